# Texts of the window in other languages: resources/translations/*.ts, compiled into the program.
find_program(LRELEASE lrelease HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} REQUIRED)
find_program(LUPDATE lupdate HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} REQUIRED)

# trimtab_translations(TARGET LANGUAGES de zh_CN): puts trimtab_<language>.qm under :/translations of TARGET.
function(trimtab_translations target)
    cmake_parse_arguments(ARG "" "" "LANGUAGES" ${ARGN})
    set(compiled)
    foreach(language ${ARG_LANGUAGES})
        set(texts ${PROJECT_SOURCE_DIR}/resources/translations/trimtab_${language}.ts)
        set(file ${CMAKE_CURRENT_BINARY_DIR}/translations/trimtab_${language}.qm)
        add_custom_command(OUTPUT ${file} COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/translations
            COMMAND ${LRELEASE} -silent ${texts} -qm ${file} DEPENDS ${texts} VERBATIM)
        list(APPEND compiled ${file})
    endforeach()
    qt_add_resources(${target} translations PREFIX "/" BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
endfunction()

# `cmake --build DIR --target update_translations` brings the .ts files up to the sources: new texts come in as
# unfinished, gone ones go. English holds the plurals alone.
function(trimtab_update_translations)
    cmake_parse_arguments(ARG "" "" "LANGUAGES" ${ARGN})
    set(files)
    foreach(language ${ARG_LANGUAGES})
        list(APPEND files resources/translations/trimtab_${language}.ts)
    endforeach()
    set(core_texts ${PROJECT_BINARY_DIR}/core_texts.cpp)
    # What core marks with translatable("CoreTexts", ...) stands in these folders of it.
    set(sources ui app core/cluster_api/live core/cluster_api/prometheus core/runtime ${core_texts})
    set(options -silent -no-obsolete -locations none -I . -source-language en -tr-function-alias translate+=translatable)
    add_custom_target(update_translations
        COMMAND list_core_texts ${core_texts}
        COMMAND ${LUPDATE} ${options} ${sources} -ts ${files}
        COMMAND ${LUPDATE} ${options} -pluralonly ${sources} -ts resources/translations/trimtab_en.ts
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endfunction()
