#pragma once

#include <cadre/roster/text_encoding.hpp>

#include <string>
#include <string_view>

namespace cadre {

/// The Unicode text (not normalised) of valid UTF-8 that holds bytes of an old encoding, each read as a Latin-1
/// character. A text with letters that only Unicode has is left as it is: it was converted before.
///
/// TCVN3 has few capitals with marks: they are typed as small letters in a capital font (.VnTimeH) and become small
/// letters here; spellings are compared without case.
std::string decoded_text(std::string_view text, TextEncoding encoding);

/// Whether a text shows letters where normal text has none: "Cao cÊp" (TCVN3), "Cao caáp" (VNI).
bool shows_encoding(std::string_view text, TextEncoding encoding);

}  // namespace cadre
