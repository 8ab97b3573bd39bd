#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cadre::criteria {

enum class SyntaxKind : std::uint8_t {
    // leaves
    number,
    text,
    at_text,
    boolean,
    none,
    as_of,
    item,
    name,
    // postfix
    path,     ///< child 0 `.` text
    bracket,  ///< child 0 `[` child 1 `]`: filter or index
    call,     ///< text `(` children `)`
    // operators; a comparison with one child is a unary test
    negate,
    add,
    subtract,
    multiply,
    divide,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    conjunction,
    disjunction,
    negation,
    between,
    in,     ///< child 0 is what is tested; the others are tests
    range,  ///< a test: children low, high
    conditional,
    some,  ///< children list, condition; `text` is the variable
    every,
    list,
};

struct Syntax;
using SyntaxPtr = std::unique_ptr<Syntax>;

/// An expression as written, before names and types are known.
struct Syntax {
    SyntaxKind kind;
    std::size_t offset = 0;
    std::string text;
    std::size_t text_offset = 0;  ///< of `text`, which a path has at its end
    std::vector<SyntaxPtr> children;
    bool open_low = false;  ///< of a range
    bool open_high = false;
    int depth = 1;
};

}  // namespace cadre::criteria
