# trimtab_headers(name KIND HEADERS <QTest>... LIBS Qt6::Test): headers that are compiled once for every target of the
# folders that set TRIMTAB_HEADERS to this name; they save half of the build. KIND is STATIC for libraries and
# EXECUTABLE for tests: the compiler takes them only where the flags and the macros that they read are equal.
function(trimtab_headers name kind)
    cmake_parse_arguments(ARG "" "" "HEADERS;LIBS" ${ARGN})
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "int main() {}\n")
    if(kind STREQUAL EXECUTABLE)
        add_executable(${name} EXCLUDE_FROM_ALL ${source})
    else()
        add_library(${name} STATIC EXCLUDE_FROM_ALL ${source})
    endif()
    target_link_libraries(${name} PRIVATE trimtab_settings ${ARG_LIBS})
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

# trimtab_library(base SOURCES a.cpp PUBLIC Trimtab::x PRIVATE y): the one library of a folder, Trimtab::base.
function(trimtab_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    if(ARG_SOURCES)
        add_library(trimtab_${name} STATIC ${ARG_SOURCES})
        target_link_libraries(trimtab_${name} PUBLIC ${ARG_PUBLIC} PRIVATE trimtab_settings ${ARG_PRIVATE})
        target_include_directories(trimtab_${name} PUBLIC ${PROJECT_SOURCE_DIR})
        if(TRIMTAB_HEADERS)
            target_precompile_headers(trimtab_${name} REUSE_FROM ${TRIMTAB_HEADERS})
            # GCC 12 takes a precompiled std::string for code of ours, and its warnings about it are false.
            target_compile_options(trimtab_${name} PRIVATE ${TRIMTAB_FALSE_WARNINGS}
                -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
        endif()
    else()
        add_library(trimtab_${name} INTERFACE)
        target_link_libraries(trimtab_${name} INTERFACE ${ARG_PUBLIC})
        target_include_directories(trimtab_${name} INTERFACE ${PROJECT_SOURCE_DIR})
    endif()
    add_library(Trimtab::${name} ALIAS trimtab_${name})
endfunction()

# trimtab_test(tst_name SOURCES tst_name.cpp LIBS Trimtab::x [LABELS core] [TIMEOUT 120] [SHARDS 3]): a Qt Test
# executable, run offscreen with a settings home of its own. SHARDS: run so many times, as tst_name_1 and so on, each
# time for the part of its cases that TRIMTAB_SHARD (1/3) names.
function(trimtab_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;SHARDS" "SOURCES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE trimtab_settings Qt6::Test ${ARG_LIBS})
    # By hand: for 160 tests, AUTOMOC's own targets would cost more than compiling the tests' classes.
    qt_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc TARGET ${name})
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    if(TRIMTAB_HEADERS)
        target_precompile_headers(${name} REUSE_FROM ${TRIMTAB_HEADERS})
    endif()
    target_compile_definitions(${name} PRIVATE TRIMTAB_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 180)
    endif()
    if(TRIMTAB_SANITIZE)
        math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}")
    endif()
    set(environment QT_QPA_PLATFORM=offscreen OPENBLAS_NUM_THREADS=1 LC_ALL=C.UTF-8)
    if(TRIMTAB_SANITIZE STREQUAL "thread")
        # Debian's Qt is not instrumented: what its own mutexes guard would be reported as races.
        list(APPEND environment TSAN_OPTIONS=ignore_noninstrumented_modules=1)
    endif()
    if(ARG_SHARDS)
        foreach(shard RANGE 1 ${ARG_SHARDS})
            trimtab_test_run(${name} ${name}_${shard} ${ARG_TIMEOUT} "${ARG_LABELS}" ${environment}
                TRIMTAB_SHARD=${shard}/${ARG_SHARDS})
        endforeach()
    else()
        trimtab_test_run(${name} ${name} ${ARG_TIMEOUT} "${ARG_LABELS}" ${environment})
    endif()
endfunction()

# One run of a test executable under a name, with the environment that follows.
function(trimtab_test_run executable name timeout labels)
    set(home ${CMAKE_BINARY_DIR}/tests/home/${name})
    file(MAKE_DIRECTORY ${home})
    add_test(NAME ${name} COMMAND ${executable})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} LABELS "${labels}" ENVIRONMENT
        "${ARGN};HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache")
endfunction()
