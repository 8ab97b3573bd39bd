#pragma once

#include "arrow_capsule.hpp"

#include <cadre/evaluation/verdict_table.hpp>

#include <pybind11/pybind11.h>

#include <memory>

namespace cadre::python {

/// The verdicts of one criterion as a Python sequence. Reads the bitmaps; the bytes that the buffer
/// protocol and Arrow need are made when first asked for, and kept.
class Verdicts {
public:
    /// `owner` keeps the column alive.
    Verdicts(std::shared_ptr<const void> owner, const VerdictColumn& column)
        : owner_(std::move(owner)), column_(&column) {}

    std::size_t size() const { return column_->size(); }
    /// Negative indices count from the end; IndexError outside.
    Verdict at(py::ssize_t index) const;
    const Bytes& bytes();

private:
    std::shared_ptr<const void> owner_;
    const VerdictColumn* column_;
    Bytes bytes_;
};

}  // namespace cadre::python
