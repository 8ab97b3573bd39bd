#include "roster/decoded_text.hpp"

#include "roster/imported.hpp"

#include <cadre/schema/spelling_matcher.hpp>

namespace cadre {
namespace {

using test::ArrowData;
using test::cells;
using test::Cells;
using test::column;
using test::Numbers;
using test::report;

std::string decoded(std::string_view text, TextEncoding encoding) {
    return normalized_text(decoded_text(text, encoding)).value();
}

// The old texts of this file are glibc's TCVN5712-1 and xvnkb's VNI, read as Latin-1.

TEST(DecodedText, KnowsEveryLetterOfTcvn3) {
    EXPECT_EQ(decoded("µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¨©ª«¬\u00AD®", TextEncoding::tcvn3),
              "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđ");
    EXPECT_EQ(decoded("¡¢£¤¥¦§¯º¿ÀÁÂÃÄÅÍÙÚÛàðÿ", TextEncoding::tcvn3), "ĂÂÊÔƠƯĐẰẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐ");
}

TEST(DecodedText, KnowsEveryLetterOfVni) {
    const std::string old =
        "a aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë e eù eø eû eõ eï eâ eá eà eå eã eä o où oø oû oõ oï oâ "
        "oá oà oå oã oä ô ôù ôø ôû ôõ ôï u uù uø uû uõ uï ö öù öø öû öõ öï i í ì æ ó ò y yù yø yû yõ î ñ";
    const std::string letters =
        "a á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ e é è ẻ ẽ ẹ ê ế ề ể ễ ệ o ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ u ú ù ủ ũ ụ ư "
        "ứ ừ ử ữ ự i í ì ỉ ĩ ị y ý ỳ ỷ ỹ ỵ đ";
    EXPECT_EQ(decoded(old, TextEncoding::vni), letters);
    const std::string capitals =
        "A AÙ AØ AÛ AÕ AÏ AÂ AÁ AÀ AÅ AÃ AÄ AÊ AÉ AÈ AÚ AÜ AË E EÙ EØ EÛ EÕ EÏ EÂ EÁ EÀ EÅ EÃ EÄ O OÙ OØ OÛ OÕ OÏ OÂ "
        "OÁ OÀ OÅ OÃ OÄ Ô ÔÙ ÔØ ÔÛ ÔÕ ÔÏ U UÙ UØ UÛ UÕ UÏ Ö ÖÙ ÖØ ÖÛ ÖÕ ÖÏ I Í Ì Æ Ó Ò Y YÙ YØ YÛ YÕ Î Ñ";
    EXPECT_EQ(normalized_spelling(decoded(capitals, TextEncoding::vni)), letters);
}

TEST(DecodedText, OfCapitalsInTheCapitalFontIsSmall) {
    EXPECT_EQ(normalized_spelling(decoded("TH¹C SÜ", TextEncoding::tcvn3)), "thạc sĩ");
}

TEST(DecodedText, LeavesUnicodeAsItIs) {
    for (const char* text : {"Thạc sĩ", "Đại học", "Kinh", "Nghị định", ""}) {
        EXPECT_EQ(decoded_text(text, TextEncoding::tcvn3), text);
        EXPECT_EQ(decoded_text(text, TextEncoding::vni), text);
        EXPECT_FALSE(shows_encoding(text, TextEncoding::tcvn3));
        EXPECT_FALSE(shows_encoding(text, TextEncoding::vni));
    }
    EXPECT_EQ(decoded_text("Th¹c sÜ", TextEncoding::unicode), "Th¹c sÜ");
}

TEST(DecodedText, ShowsItsEncoding) {
    EXPECT_TRUE(shows_encoding("Th¹c sÜ", TextEncoding::tcvn3));
    EXPECT_EQ(decoded("Th¹c sÜ", TextEncoding::tcvn3), "Thạc sĩ");
    EXPECT_TRUE(shows_encoding("Cao cÊp", TextEncoding::tcvn3));
    EXPECT_EQ(decoded("Cao cÊp", TextEncoding::tcvn3), "Cao cấp");
    EXPECT_TRUE(shows_encoding("TiÕn sÜ", TextEncoding::tcvn3));
    EXPECT_EQ(decoded("TiÕn sÜ", TextEncoding::tcvn3), "Tiến sĩ");
    EXPECT_TRUE(shows_encoding("Cö nh©n", TextEncoding::tcvn3));
    EXPECT_EQ(decoded("Cö nh©n", TextEncoding::tcvn3), "Cử nhân");
    EXPECT_TRUE(shows_encoding("Trung cÊp", TextEncoding::tcvn3));
    EXPECT_EQ(decoded("Trung cÊp", TextEncoding::tcvn3), "Trung cấp");
    EXPECT_TRUE(shows_encoding("N÷", TextEncoding::tcvn3));
    EXPECT_EQ(decoded("N÷", TextEncoding::tcvn3), "Nữ");
    EXPECT_TRUE(shows_encoding("\u00ADu tó", TextEncoding::tcvn3));
    EXPECT_EQ(decoded("\u00ADu tó", TextEncoding::tcvn3), "ưu tú");
    EXPECT_TRUE(shows_encoding("Thaïc só", TextEncoding::vni));
    EXPECT_EQ(decoded("Thaïc só", TextEncoding::vni), "Thạc sĩ");
    EXPECT_TRUE(shows_encoding("Cao caáp", TextEncoding::vni));
    EXPECT_EQ(decoded("Cao caáp", TextEncoding::vni), "Cao cấp");
    EXPECT_TRUE(shows_encoding("Tieán só", TextEncoding::vni));
    EXPECT_EQ(decoded("Tieán só", TextEncoding::vni), "Tiến sĩ");
    EXPECT_TRUE(shows_encoding("Cöû nhaân", TextEncoding::vni));
    EXPECT_EQ(decoded("Cöû nhaân", TextEncoding::vni), "Cử nhân");
    EXPECT_TRUE(shows_encoding("Ñaïi hoïc", TextEncoding::vni));
    EXPECT_EQ(decoded("Ñaïi hoïc", TextEncoding::vni), "Đại học");
    EXPECT_TRUE(shows_encoding("Trung caáp", TextEncoding::vni));
    EXPECT_EQ(decoded("Trung caáp", TextEncoding::vni), "Trung cấp");
    EXPECT_TRUE(shows_encoding("Hoaøn thaønh toát nhieäm vuï", TextEncoding::vni));
    EXPECT_EQ(decoded("Hoaøn thaønh toát nhieäm vuï", TextEncoding::vni), "Hoàn thành tốt nhiệm vụ");
    EXPECT_TRUE(shows_encoding("Nöõ", TextEncoding::vni));
    EXPECT_EQ(decoded("Nöõ", TextEncoding::vni), "Nữ");
    EXPECT_TRUE(shows_encoding("Khieån traùch", TextEncoding::vni));
    EXPECT_EQ(decoded("Khieån traùch", TextEncoding::vni), "Khiển trách");
    for (const char* text :
         {"hoà", "hoá", "Hà Nội", "Tày", "Lô Lô", "m²", "20°", "«Paris»", "Übung", "SÁNG", "ngoã", "½"}) {
        EXPECT_FALSE(shows_encoding(text, TextEncoding::tcvn3)) << text;
        EXPECT_FALSE(shows_encoding(text, TextEncoding::vni)) << text;
    }
}

const Cells<std::string> tcvn3_degrees{{"Th¹c sÜ"}, {"TiÕn sÜ"}, {"ThS"}, std::nullopt, {"Cö nh©n"}};
const Cells<std::string> vni_degrees{{"Thaïc só"}, {"Tieán só"}, {"ThS"}, std::nullopt, {"Cöû nhaân"}};
const Numbers degrees{5, 6, 5, std::nullopt, 4};

TEST(OldEncoding, IsSuspectedAndNotConverted) {
    const Roster roster = test::import(test::texts("degree", tcvn3_degrees));
    EXPECT_EQ(report(roster, "cadres", "degree").suspected_encoding, TextEncoding::tcvn3);
    EXPECT_EQ(report(roster, "cadres", "degree").not_understood, 3);
    const std::string english = roster.import_report().to_text(Language::en);
    EXPECT_NE(english.find("encoding = \"tcvn3\""), std::string::npos) << english;
    const std::string vietnamese = roster.import_report().to_text(Language::vi);
    EXPECT_NE(vietnamese.find("bảng mã cũ TCVN3"), std::string::npos) << vietnamese;
    const Roster other = test::import(test::texts("degree", vni_degrees));
    EXPECT_EQ(report(other, "cadres", "degree").suspected_encoding, TextEncoding::vni);
    EXPECT_NE(other.import_report().to_text().find("encoding = \"vni\""), std::string::npos);
}

TEST(OldEncoding, NeedsAFewCells) {
    const Cells<std::string> two{{"Th¹c sÜ"}, {"TiÕn sÜ"}, {"ThS"}};
    EXPECT_FALSE(report(test::import(test::texts("degree", two)), "cadres", "degree").suspected_encoding);
    const Cells<std::string> few{{"Noël Haüy"}, {"Noël Haüy"}, {"Noël Haüy"}, {"Tày"}, {"Mường"}, {"Dáy"}, {"Thổ"}};
    EXPECT_FALSE(report(test::import(test::texts("ethnicity", few)), "cadres", "ethnicity").suspected_encoding);
    const Cells<std::string> sound{{"Thạc sĩ"}, {"Tiến sĩ"}, {"Đại học"}, {"Cao đẳng"}};
    EXPECT_FALSE(report(test::import(test::texts("degree", sound)), "cadres", "degree").suspected_encoding);
}

TEST(OldEncoding, IsConvertedOnRequest) {
    const Mapping tcvn3 = test::mapping_of("[cadres.degree]\nencoding = \"tcvn3\"\n");
    const Roster roster = test::import(test::texts("degree", tcvn3_degrees), tcvn3);
    EXPECT_EQ(cells(column(roster, "cadres", "degree")), degrees);
    EXPECT_FALSE(report(roster, "cadres", "degree").suspected_encoding);
    const Mapping vni = test::mapping_of("encoding = \"vni\"\n");
    EXPECT_EQ(cells(column(test::import(test::texts("degree", vni_degrees), vni), "cadres", "degree")), degrees);
    const Mapping own = test::mapping_of("encoding = \"tcvn3\"\n[cadres.degree]\nencoding = \"vni\"\n");
    EXPECT_EQ(cells(column(test::import(test::texts("degree", vni_degrees), own), "cadres", "degree")), degrees);
}

TEST(OldEncoding, ConvertedSpellingsAreReportedAsRead) {
    const Mapping mapping = test::mapping_of("encoding = \"tcvn3\"\n");
    const Roster roster = test::import(test::texts("degree", {{"bËc g× ®ã"}}), mapping);
    EXPECT_EQ(report(roster, "cadres", "degree").spellings.front().first, "bậc gì đó");
    const Roster free = test::import(test::texts("ethnicity", {{"M\u00ADêng"}}), mapping);
    EXPECT_EQ(test::text(free, column(free, "cadres", "ethnicity"), 0), "Mường");
}

TEST(OldEncoding, UnknownNamesAreRefused) {
    for (const char* toml : {"encoding = \"tcvn\"\n", "encoding = 3\n", "[cadres.degree]\nencoding = \"VNI\"\n"}) {
        test::error_of([&] { test::mapping_of(toml); }, ErrorCode::invalid_document);
    }
}

}  // namespace
}  // namespace cadre
