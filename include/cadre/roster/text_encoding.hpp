#pragma once

#include <cadre/export.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace cadre {

/// How Vietnamese letters stand in the texts of a column. Arrow texts are always UTF-8; text typed in an old font and
/// read as Latin-1 or Windows-1252 is valid UTF-8, too, but shows other letters: "Th¹c sÜ" instead of "Thạc sĩ".
enum class TextEncoding : std::uint8_t {
    unicode,  ///< as it is
    tcvn3,    ///< TCVN 5712:1993, the fonts .VnTime and .VnTimeH ("ABC")
    vni,      ///< VNI-Windows, the fonts VNI-Times and others: a letter and then its marks
};

/// "unicode", "tcvn3", "vni": as mappings write it.
CADRE_EXPORT std::string_view text_encoding_name(TextEncoding encoding);
CADRE_EXPORT std::optional<TextEncoding> find_text_encoding(std::string_view name);

}  // namespace cadre
