# Compiles the shipped packs and vocabularies into the schema layer (src/schema/embedded.hpp).
file(GLOB cadre_pack_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/packs/*.toml)
file(GLOB cadre_vocabulary_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/vocabularies/*.toml)

set(cadre_embedded_source ${PROJECT_BINARY_DIR}/generated/embedded.cpp)
set(cadre_embedded_script ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake)
add_custom_command(
    OUTPUT ${cadre_embedded_source}
    COMMAND ${CMAKE_COMMAND}
        -D "OUTPUT=${cadre_embedded_source}"
        -D "PACKS=${cadre_pack_files}"
        -D "VOCABULARIES=${cadre_vocabulary_files}"
        -P ${cadre_embedded_script}
    DEPENDS ${cadre_pack_files} ${cadre_vocabulary_files} ${cadre_embedded_script}
    COMMENT "Embedding packs and vocabularies"
    VERBATIM)
