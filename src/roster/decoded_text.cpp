#include "roster/decoded_text.hpp"

#include "roster/code_points.hpp"

#include <algorithm>

namespace cadre {

namespace {

/// TCVN 5712:1993, VN2 (of which VN3, the "ABC" fonts, lacks the capitals with tones), from 0xA1 on.
/// 0xB0 to 0xB4 are combining marks.
constexpr std::u32string_view tcvn =
    U"ĂÂÊÔƠƯĐăâêôơưđẰ"
    U"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    U"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    U"éẹềểễếệìỉỄẾỒĩíịò"
    U"Ổỏõóọồổỗốộờởỡớợù"
    U"ỖủũúụừửữứựỳỷỹýỵỐ";
static_assert(tcvn.size() == 0x100 - 0xA1);

/// A mark of VNI-Windows after its letter, as combining characters.
struct VniMark {
    char32_t small;
    std::u32string_view after;  ///< the small letters that it may follow
    std::u32string_view combining;
};

// After VNI Software's VNI-Windows font layout; ô and ö stand for ơ and ư.
constexpr VniMark vni_marks[] = {
    {U'ù', U"aeouyôö", U"\u0301"},   {U'ø', U"aeouyôö", U"\u0300"},   {U'û', U"aeouyôö", U"\u0309"},
    {U'õ', U"aeouyôö", U"\u0303"},   {U'ï', U"aeouyôö", U"\u0323"},   {U'â', U"aeo", U"\u0302"},
    {U'á', U"aeo", U"\u0302\u0301"}, {U'à', U"aeo", U"\u0302\u0300"}, {U'å', U"aeo", U"\u0302\u0309"},
    {U'ã', U"aeo", U"\u0302\u0303"}, {U'ä', U"aeo", U"\u0302\u0323"}, {U'ê', U"a", U"\u0306"},
    {U'é', U"a", U"\u0306\u0301"},   {U'è', U"a", U"\u0306\u0300"},   {U'ú', U"a", U"\u0306\u0309"},
    {U'ü', U"a", U"\u0306\u0303"},   {U'ë', U"a", U"\u0306\u0323"},
};

struct VniLetter {
    char32_t old;
    char32_t letter;
};

constexpr VniLetter vni_letters[] = {
    {U'ô', U'ơ'}, {U'ö', U'ư'}, {U'ñ', U'đ'}, {U'æ', U'ỉ'}, {U'ó', U'ĩ'}, {U'ò', U'ị'}, {U'î', U'ỵ'},
    {U'Ô', U'Ơ'}, {U'Ö', U'Ư'}, {U'Ñ', U'Đ'}, {U'Æ', U'Ỉ'}, {U'Ó', U'Ĩ'}, {U'Ò', U'Ị'}, {U'Î', U'Ỵ'},
};

bool is_ascii_letter(char32_t point) {
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
}

bool is_latin1_letter(char32_t point) {
    return point >= 0xC0 && point <= 0xFF && point != U'×' && point != U'÷';
}

/// Of the letters of ASCII and Latin-1, whose cases are 32 apart.
char32_t small(char32_t point) {
    const bool capital = (point >= U'A' && point <= U'Z') || (point >= 0xC0 && point <= 0xDE && point != U'×');
    return capital ? point + 32 : point;
}

const VniMark* vni_mark(char32_t letter, char32_t mark) {
    const char32_t base = small(letter);
    const char32_t wanted = small(mark);
    for (const VniMark& known : vni_marks) {
        if (known.small == wanted && known.after.find(base) != std::u32string_view::npos) return &known;
    }
    return nullptr;
}

char32_t vni_letter(char32_t point) {
    const auto* found = std::find_if(std::begin(vni_letters), std::end(vni_letters),
                                     [&](VniLetter known) { return known.old == point; });
    return found == std::end(vni_letters) ? point : found->letter;
}

/// Letters and marks of Vietnamese that Latin-1 does not have.
bool is_unicode_only(char32_t point) {
    return (point >= 0x1EA0 && point <= 0x1EF9) || (point >= 0x0300 && point <= 0x0323) ||
           std::u32string_view(U"ĂăĐđĨĩŨũƠơƯư").find(point) != std::u32string_view::npos;
}

bool is_unicode(std::u32string_view points) {
    return std::any_of(points.begin(), points.end(), is_unicode_only);
}

std::u32string from_tcvn(std::u32string points) {
    for (char32_t& point : points) {
        if (point >= 0xA1 && point <= 0xFF) point = tcvn[point - 0xA1];
    }
    return points;
}

std::u32string from_vni(std::u32string_view points) {
    std::u32string text;
    for (std::size_t at = 0; at < points.size(); ++at) {
        text.push_back(vni_letter(points[at]));
        const VniMark* mark = at + 1 < points.size() ? vni_mark(points[at], points[at + 1]) : nullptr;
        if (mark == nullptr) continue;
        text += mark->combining;
        ++at;
    }
    return text;
}

bool is_small_ascii(char32_t point) {
    return point >= U'a' && point <= U'z';
}

/// A sign beside a letter, or a capital with a mark after a small letter: no language writes so.
bool is_tcvn_pair(char32_t left, char32_t right) {
    constexpr std::u32string_view signs = U"¨¬\u00AD®µ¶¸¹¼½¾×÷";
    const auto is_letter = [](char32_t point) { return is_ascii_letter(point) || is_latin1_letter(point); };
    const auto is_sign = [&](char32_t point) { return signs.find(point) != std::u32string_view::npos; };
    if ((is_letter(left) && is_sign(right)) || (is_letter(right) && is_sign(left))) return true;
    return is_small_ascii(left) && is_latin1_letter(right) && right < 0xDF;
}

/// Signs that normal text has at the ends of words stand within one.
bool is_tcvn_inside(std::u32string_view three) {
    constexpr std::u32string_view signs = U"©ª«·»";
    return three.size() == 3 && is_small_ascii(three[0]) && is_small_ascii(three[2]) &&
           signs.find(three[1]) != std::u32string_view::npos;
}

/// A vowel and its mark that are no two letters of Vietnamese ("hoà", "hoá", "loã" are).
bool is_vni_pair(char32_t left, char32_t right) {
    if (vni_mark(left, right) == nullptr) return false;
    const bool vietnamese =
        small(left) == U'o' && std::u32string_view(U"áàã").find(small(right)) != std::u32string_view::npos;
    return !vietnamese;
}

}  // namespace

std::string decoded_text(std::string_view text, TextEncoding encoding) {
    if (encoding == TextEncoding::unicode) return std::string(text);
    std::u32string points = code_points(text);
    if (is_unicode(points)) return std::string(text);
    return utf8(encoding == TextEncoding::tcvn3 ? from_tcvn(std::move(points)) : from_vni(points));
}

bool shows_encoding(std::string_view text, TextEncoding encoding) {
    const std::u32string points = code_points(text);
    if (is_unicode(points)) return false;
    const std::u32string_view all = points;
    for (std::size_t at = 0; at + 1 < all.size(); ++at) {
        const bool shows = encoding == TextEncoding::tcvn3
                               ? is_tcvn_pair(all[at], all[at + 1]) || is_tcvn_inside(all.substr(at, 3))
                               : is_vni_pair(all[at], all[at + 1]);
        if (shows) return true;
    }
    return false;
}

}  // namespace cadre
