# Warnings concern whoever works on cadre itself, not a project that takes it in with add_subdirectory.
if(PROJECT_IS_TOP_LEVEL AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    # Designated initialisers leave members at their defaults on purpose.
    add_compile_options(
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
        -Wold-style-cast -Wextra-semi -Wformat=2 -Wunused -Wvla -Wno-missing-field-initializers)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC 12 reports -Wrestrict inside std::string's operator+ (GCC bug 105651).
        add_compile_options(-Wduplicated-cond -Wlogical-op -Wno-restrict)
    endif()
    if(CADRE_WERROR)
        add_compile_options(-Werror)
    endif()
endif()

if(CADRE_SANITIZE)
    set(cadre_sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
    add_compile_options(${cadre_sanitizers} -fno-omit-frame-pointer)
    add_link_options(${cadre_sanitizers})
endif()

if(CADRE_BUILD_FUZZERS)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "The fuzzers need clang: cmake --preset sanitize (Debian: clang libclang-rt-14-dev).")
    endif()
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CADRE_CCACHE ccache)
if(CADRE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without the directory in the hash, the dev and the Python build share what they compile.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 ${CADRE_CCACHE})
endif()
