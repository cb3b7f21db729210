# What is installed, in three components: trimtab (the command line), workbench, python.
include(GNUInstallDirs)

string(TIMESTAMP TRIMTAB_RELEASE_DATE "%Y-%m-%d" UTC)  # of SOURCE_DATE_EPOCH where that is set
string(TIMESTAMP TRIMTAB_CHANGELOG_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(TRIMTAB_MAINTAINER "Trimtab maintainers <maintainers@trimtab.org>")
set(desktop ${PROJECT_SOURCE_DIR}/packaging/desktop)
set(generated ${PROJECT_BINARY_DIR}/install)

# install_gzipped(FILE DESTINATION COMPONENT RENAME): without name and time inside, so that builds are the same.
function(install_gzipped file destination component name)
    set(packed ${generated}/${component}/${name}.gz)
    get_filename_component(folder ${packed} DIRECTORY)
    add_custom_command(OUTPUT ${packed} COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND sh -c "gzip -9nc '${file}' > '${packed}'" DEPENDS ${file} VERBATIM)
    set_property(GLOBAL APPEND PROPERTY TRIMTAB_PACKED ${packed})
    install(FILES ${packed} DESTINATION ${destination} COMPONENT ${component})
endfunction()

install(TARGETS trimtab RUNTIME COMPONENT trimtab)
# Not where shared libraries are searched: programs look for it themselves (core/agent/torch_library.h).
install(TARGETS trimtab_libtorch LIBRARY DESTINATION lib/trimtab COMPONENT trimtab)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/configs DESTINATION ${CMAKE_INSTALL_DATADIR}/trimtab COMPONENT trimtab
    PATTERN "*.py" EXCLUDE PATTERN "__pycache__" EXCLUDE)

# The manual and the completions come from the program itself.
foreach(what man bash zsh fish)
    add_custom_command(OUTPUT ${generated}/trimtab.${what}
        COMMAND sh -c "mkdir -p '${generated}' && '$<TARGET_FILE:trimtab>' generate ${what} > '${generated}/trimtab.${what}'"
        DEPENDS trimtab VERBATIM)
    set_property(GLOBAL APPEND PROPERTY TRIMTAB_PACKED ${generated}/trimtab.${what})
endforeach()
install_gzipped(${generated}/trimtab.man ${CMAKE_INSTALL_MANDIR}/man1 trimtab trimtab.1)
install(FILES ${generated}/trimtab.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    RENAME trimtab COMPONENT trimtab)
install(FILES ${generated}/trimtab.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
    RENAME _trimtab COMPONENT trimtab)
install(FILES ${generated}/trimtab.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
    COMPONENT trimtab)
install_gzipped(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${CMAKE_INSTALL_DATADIR}/doc/trimtab trimtab NEWS)

if(TARGET trimtab-workbench)
    install(TARGETS trimtab-workbench RUNTIME COMPONENT workbench)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/samples DESTINATION ${CMAKE_INSTALL_DATADIR}/trimtab/resources
        COMPONENT workbench OPTIONAL)
    install(FILES ${desktop}/org.trimtab.Workbench.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications
        COMPONENT workbench)
    configure_file(${desktop}/org.trimtab.Workbench.metainfo.xml.in ${generated}/org.trimtab.Workbench.metainfo.xml)
    install(FILES ${generated}/org.trimtab.Workbench.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo
        COMPONENT workbench)
    install(FILES ${desktop}/trimtab.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME trimtab.xml COMPONENT workbench)
    configure_file(${desktop}/trimtab-workbench.1.in ${generated}/trimtab-workbench.man @ONLY)
    install(FILES ${desktop}/trimtab-workbench.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME trimtab-workbench COMPONENT workbench)
    install_gzipped(${generated}/trimtab-workbench.man ${CMAKE_INSTALL_MANDIR}/man1 workbench trimtab-workbench.1)

    set(svg ${PROJECT_SOURCE_DIR}/resources/app/trimtab.svg)
    set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    add_executable(draw_icon EXCLUDE_FROM_ALL ${desktop}/draw_icon.cpp)
    target_link_libraries(draw_icon PRIVATE trimtab_settings Qt6::Gui Qt6::Svg)
    foreach(size 16 22 24 32 48 64 128 256)
        set(png ${generated}/icons/${size}.png)
        add_custom_command(OUTPUT ${png} COMMAND ${CMAKE_COMMAND} -E make_directory ${generated}/icons
            COMMAND draw_icon ${svg} ${size} ${png} DEPENDS draw_icon ${svg} VERBATIM)
        set_property(GLOBAL APPEND PROPERTY TRIMTAB_PACKED ${png})
        install(FILES ${png} DESTINATION ${hicolor}/${size}x${size}/apps RENAME org.trimtab.Workbench.png
            COMPONENT workbench)
    endforeach()
    install(FILES ${svg} DESTINATION ${hicolor}/scalable/apps RENAME org.trimtab.Workbench.svg COMPONENT workbench)
endif()

if(TRIMTAB_PYTHON)
    install(TARGETS trimtab_python LIBRARY DESTINATION lib/python3/dist-packages/trimtab COMPONENT python)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/app/python/trimtab DESTINATION lib/python3/dist-packages COMPONENT python
        PATTERN "__pycache__" EXCLUDE)
endif()

# Everything that an installation needs beside the programs: `cmake --build DIR --target shared_files`.
get_property(packed GLOBAL PROPERTY TRIMTAB_PACKED)
add_custom_target(shared_files DEPENDS ${packed})
