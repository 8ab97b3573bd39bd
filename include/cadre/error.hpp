#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/messages/message.hpp>

#include <exception>
#include <string>

namespace cadre {

/// What kind of precondition or environment was broken.
enum class ErrorCode {
    invalid_argument,  ///< a caller's value breaks a documented precondition
    invalid_document,  ///< TOML, vocabulary or mapping text is wrong (see `diagnostics`)
    invalid_rule,      ///< a pack or expression is wrong (see `diagnostics`)
    invalid_arrow,     ///< an Arrow stream breaks the C data interface or has an unreadable type
    not_found,         ///< no such file, pack, table, attribute, criterion or row
    limit_exceeded,    ///< a size from outside is over its bound
};

/// A broken precondition or environment. A person failing a criterion is never an error.
class CADRE_EXPORT Error : public std::exception {
public:
    Error(ErrorCode code, Message message);
    /// Carries all diagnostics of one document; there is at least one.
    Error(ErrorCode code, Diagnostics diagnostics);

    ErrorCode code() const noexcept { return code_; }
    const Diagnostics& diagnostics() const noexcept { return diagnostics_; }
    std::string text(Language language) const;
    /// The English text.
    const char* what() const noexcept override { return what_.c_str(); }

private:
    ErrorCode code_;
    Diagnostics diagnostics_;
    std::string what_;
};

}  // namespace cadre
