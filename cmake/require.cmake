function(cadre_missing what package)
    message(FATAL_ERROR
        "cadre needs ${what}, which is not installed. On Debian or Ubuntu: apt-get install ${package}\n"
        "(scripts/bootstrap installs everything that is missing.)")
endfunction()

macro(cadre_require name package)
    find_package(${name} QUIET)
    if(NOT ${name}_FOUND)
        cadre_missing(${name} ${package})
    endif()
endmacro()
