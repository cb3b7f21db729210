// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/torchscript.h"
#include "tests/core/agent/ppo_fixture.h"

using namespace trimtab;
using namespace trimtab::agent;

namespace {

/// Whether LibTorch is in this process.
bool loaded() {
    QFile maps("/proc/self/maps");
    if (!maps.open(QIODevice::ReadOnly)) qFatal("/proc/self/maps cannot be read");
    return maps.readAll().contains("libtorch_cpu");
}

}  // namespace

class TestTorchLibrary : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void libtorch_is_loaded_when_it_is_needed_and_not_before();
};

void TestTorchLibrary::libtorch_is_loaded_when_it_is_needed_and_not_before() {
    PpoAgent agent = std::move(PpoAgent::create(test::small_agent(), test::kubernetes_spaces(10), 1).value());
    QCOMPARE(agent.device(), std::string("cpu"));
    QVERIFY(!loaded());
    QVERIFY(encode_torchscript(agent).has_value());
    QVERIFY(loaded());
    QVERIFY(torch_version().find('.') != std::string::npos);
}

QTEST_GUILESS_MAIN(TestTorchLibrary)
#include "tst_torch_library.moc"
