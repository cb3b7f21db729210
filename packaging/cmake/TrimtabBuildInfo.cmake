# Run as a script at every build: writes OUTPUT (trimtab_build_info.h), and touches it only where something changed, so
# that a commit recompiles one small file.
execute_process(COMMAND git -C ${SOURCE_DIR} rev-parse HEAD OUTPUT_VARIABLE GIT_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE
    ERROR_QUIET RESULT_VARIABLE failed)
if(failed)
    set(GIT_COMMIT unknown)
else()
    execute_process(COMMAND git -C ${SOURCE_DIR} status --porcelain --untracked-files=no OUTPUT_VARIABLE changes
        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(changes)
        string(APPEND GIT_COMMIT "-dirty")
    endif()
endif()
configure_file(${SOURCE_DIR}/core/results/build_info.h.in ${OUTPUT} @ONLY)
