# The Debian packages of the three components; packaging/package makes them.
configure_file(${PROJECT_SOURCE_DIR}/packaging/debian/changelog.in ${generated}/changelog @ONLY)
set(packages trimtab)
if(TARGET trimtab-workbench)
    list(APPEND packages workbench)
endif()
if(TRIMTAB_PYTHON)
    list(APPEND packages python)
endif()
foreach(component ${packages})
    set(name trimtab-${component})
    if(component STREQUAL trimtab)
        set(name trimtab)
    endif()
    set(documents ${CMAKE_INSTALL_DATADIR}/doc/${name})
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/copyright DESTINATION ${documents} COMPONENT ${component})
    install_gzipped(${generated}/changelog ${documents} ${component} changelog)
    string(TOUPPER ${component} upper)
    set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
    set(CPACK_DEBIAN_${upper}_FILE_NAME DEB-DEFAULT)
endforeach()
get_property(packed GLOBAL PROPERTY TRIMTAB_PACKED)
add_custom_target(package_files DEPENDS ${packed})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME trimtab)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL ${packages})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${TRIMTAB_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

# What dpkg-shlibdeps cannot see: a fast BLAS for LibTorch, fonts of figures, the interpreter's version.
set(CPACK_DEBIAN_TRIMTAB_PACKAGE_SECTION science)
set(CPACK_DEBIAN_TRIMTAB_PACKAGE_DEPENDS "libopenblas0-pthread | libopenblas0, fonts-dejavu-core")
set(CPACK_DEBIAN_TRIMTAB_PACKAGE_SUGGESTS "trimtab-workbench, trimtab-python")
set(CPACK_DEBIAN_TRIMTAB_DESCRIPTION "Reinforcement learning on Kubernetes resources
 Trains PPO agents that set replicas and placement of an inference
 workload on an embedded cluster, compares them with calibrated
 autoscalers, and writes figures and reports. This package holds the
 command line, which needs no display.")
set(CPACK_DEBIAN_WORKBENCH_PACKAGE_SECTION science)
set(CPACK_DEBIAN_WORKBENCH_PACKAGE_DEPENDS
    "libopenblas0-pthread | libopenblas0, fonts-dejavu-core, trimtab (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_WORKBENCH_PACKAGE_RECOMMENDS "qt6-wayland, gnome-keyring | kwalletmanager, qt6-translations-l10n, fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei")
set(CPACK_DEBIAN_WORKBENCH_DESCRIPTION "Workbench for reinforcement learning on Kubernetes resources
 The window of Trimtab: trains agents and shows their curves, compares
 them with autoscalers, watches and controls a cluster, and exports
 figures and reports.")
if(TRIMTAB_PYTHON)
    math(EXPR next_minor "${Python_VERSION_MINOR} + 1")
    set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "python3 (>= 3.${Python_VERSION_MINOR}~), python3 (<< 3.${next_minor}), python3-numpy")
    set(scripts ${PROJECT_SOURCE_DIR}/packaging/debian/python)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA "${scripts}/postinst;${scripts}/prerm")
    set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_STRICT_PERMISSION ON)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_SUGGESTS "trimtab (= ${PROJECT_VERSION})")
    set(CPACK_DEBIAN_PYTHON_DESCRIPTION "Gymnasium environments of Trimtab for Python
 The embedded cluster of Trimtab as environments with Gymnasium's
 interface, one at a time or many at once, and the evaluation of
 policies written in Python.")
endif()
include(CPack)
