# Every outside library, found once. Targets take what they need with PRIVATE where the header allows it.
find_package(Threads REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Boost 1.74 REQUIRED)

find_package(Torch REQUIRED)
# Torch's own flags would reach every target through a variable; ours ask for them by linking this one.
add_library(trimtab_torch INTERFACE)
target_include_directories(trimtab_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
# The C++ library first: wheels of PyTorch export parts of an older one, whose std::filesystem crashes.
target_link_libraries(trimtab_torch INTERFACE stdc++ ${TORCH_LIBRARIES})
separate_arguments(TRIMTAB_TORCH_FLAGS UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(trimtab_torch INTERFACE ${TRIMTAB_TORCH_FLAGS})

if(NOT TRIMTAB_ENGINE_ONLY)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Gui Widgets Charts Svg OpenGL OpenGLWidgets DBus)
    find_package(Qt6Keychain REQUIRED)
    find_package(CLI11 REQUIRED)
    if(TRIMTAB_TESTS)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
        # They name each test's folder, and precompiled headers need equal macros; QFINDTESTDATA is not used.
        set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
    endif()
endif()

if(TRIMTAB_PYTHON)
    # The distribution's interpreter unless another is named: that is where the packages of packages.txt are.
    set(Python_EXECUTABLE /usr/bin/python3 CACHE FILEPATH "Interpreter of the Python module and its tests")
    find_package(Python COMPONENTS Interpreter Development.Module REQUIRED)
    set(PYBIND11_FINDPYTHON ON)
    find_package(pybind11 REQUIRED)
endif()
