# Language level, warnings, sanitizers and output folders for every target of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # What ccache asks for where headers are precompiled: its manual, "Precompiled headers".
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        add_compile_options(-fpch-preprocess)
    endif()
endif()

# gold, of the same package as the default linker, takes a quarter of its time: 0.15 s a test, 0.6 s the window.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold TRIMTAB_GOLD_LINKS)
if(TRIMTAB_GOLD_LINKS)
    add_link_options(-fuse-ld=gold)
endif()

add_library(trimtab_settings INTERFACE)
target_include_directories(trimtab_settings INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(trimtab_settings INTERFACE -Wall -Wextra -Wpedantic -Werror)
target_compile_definitions(trimtab_settings INTERFACE QT_NO_KEYWORDS)

# GCC 12 sees overlapping copies in "text" + std::string that are none (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    set(TRIMTAB_FALSE_WARNINGS -Wno-restrict)
endif()

set(TRIMTAB_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined or thread")
if(TRIMTAB_SANITIZE)
    add_compile_options(-fsanitize=${TRIMTAB_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${TRIMTAB_SANITIZE})
endif()
if(TRIMTAB_FUZZ)
    add_compile_options(-fsanitize-coverage=trace-pc,trace-cmp)
endif()

# A LibTorch source takes about 1.1 GB to compile: as many at once as the memory holds, whatever the number of jobs.
cmake_host_system_information(RESULT memory_mib QUERY TOTAL_PHYSICAL_MEMORY)
math(EXPR torch_jobs "${memory_mib} / 2500 + 1")
set_property(GLOBAL PROPERTY JOB_POOLS torch_sources=${torch_jobs})
