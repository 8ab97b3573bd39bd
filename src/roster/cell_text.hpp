#pragma once

#include <string>
#include <string_view>

namespace cadre {

/// Without white space at both ends: ASCII blanks, no-break and ideographic spaces, byte order marks.
std::string_view trimmed(std::string_view text);

/// Whether every byte is ASCII: such text is NFC and valid UTF-8.
bool is_ascii(std::string_view text);

/// A column's name as names are compared: trimmed, NFC; invalid bytes replaced.
std::string clean_name(std::string_view name);

/// Text from outside put into a message: at most 300 bytes of printable UTF-8.
std::string quoted_for_message(std::string_view text);

}  // namespace cadre
