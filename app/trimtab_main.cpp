// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "app/command_line.h"
#include "app/interrupts.h"
#include "app/offscreen.h"

int main(int argc, char** argv) {
    static trimtab::RunControl control;
    trimtab::app::stop_on_interrupt(control);
    trimtab::app::Console console;
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const int code = trimtab::app::run_command_line(words, console, trimtab::StopToken(control));
    trimtab::app::end_offscreen_graphics();
    return code;
}
