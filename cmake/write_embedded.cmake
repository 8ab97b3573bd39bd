# cmake -D OUTPUT=file -D PACKS=files -D VOCABULARIES=files -P write_embedded.cmake
#
# Character arrays, because compilers limit the length of a string literal; hexadecimal, because CMake reads
# brackets and semicolons of text as its own.
cmake_minimum_required(VERSION 3.25)

set(arrays "")
set(rows "")
set(number 0)

function(embed kind file)
    file(READ ${file} bytes HEX)
    string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    cmake_path(GET file STEM LAST_ONLY id)
    math(EXPR next "${number} + 1")
    set(number ${next} PARENT_SCOPE)
    set(arrays "${arrays}constexpr char file_${number}[] = {\n${bytes}'\\0'};\n" PARENT_SCOPE)
    set(rows "${rows}    {\"${kind}\", \"${id}\", {file_${number}, sizeof file_${number} - 1}},\n" PARENT_SCOPE)
endfunction()

foreach(file IN LISTS PACKS)
    embed(pack ${file})
endforeach()
foreach(file IN LISTS VOCABULARIES)
    embed(vocabulary ${file})
endforeach()

file(WRITE ${OUTPUT} "// Written by cmake/write_embedded.cmake.
#include \"schema/embedded.hpp\"

#include <algorithm>
#include <array>

namespace cadre::embedded {
namespace {

struct File {
    std::string_view kind;
    std::string_view id;
    std::string_view text;
};

${arrays}
constexpr std::array<File, ${number}> files{{
${rows}}};

}  // namespace

std::optional<std::string_view> find(std::string_view kind, std::string_view id) {
    for (const File& file : files) {
        if (file.kind == kind && file.id == id) return file.text;
    }
    return std::nullopt;
}

std::vector<std::string_view> ids(std::string_view kind) {
    std::vector<std::string_view> found;
    for (const File& file : files) {
        if (file.kind == kind) found.push_back(file.id);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace cadre::embedded
")
