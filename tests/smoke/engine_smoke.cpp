// SPDX-License-Identifier: GPL-3.0-or-later
// The engine alone, without Qt and without a test framework: exits 0 when every expectation holds.
#include <cstdio>

#include "core/base/seeded_draw.h"

namespace {

int failures = 0;

void expect(bool holds, const char* what) {
    std::printf("%s %s\n", holds ? "ok  " : "FAIL", what);
    if (!holds) ++failures;
}

void draws_match_the_specification() {
    expect(trimtab::draw_bits(1, trimtab::DrawStream::think, 7, 1) != 0, "a draw is made");
}

}  // namespace

int main() {
    draws_match_the_specification();
    return failures == 0 ? 0 : 1;
}
