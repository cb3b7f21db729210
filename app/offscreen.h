// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trimtab::app {

/// Makes the QGuiApplication that figures need, on Qt's offscreen platform, at the first call; later calls do
/// nothing. Main thread only. Nothing of Qt's graphics is started before.
void start_offscreen_graphics();

/// For commands that talk to services and draw nothing: Qt's core alone. A command calls one of the two.
void start_event_loop();

/// Takes it down, before main() returns: Qt's own statics must outlive it.
void end_offscreen_graphics();

}  // namespace trimtab::app
