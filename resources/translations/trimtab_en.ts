<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RecentRunTexts</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sweep, %1 of %n run(s) finished</source>
        <translation>
            <numerusform>sweep, %1 of %n run finished</numerusform>
            <numerusform>sweep, %1 of %n runs finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTable</name>
    <message numerus="yes">
        <source>%Ln row(s).</source>
        <translation>
            <numerusform>%Ln row.</numerusform>
            <numerusform>%Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTools</name>
    <message numerus="yes">
        <source>about %Ln point(s)</source>
        <translation>
            <numerusform>about %Ln point</numerusform>
            <numerusform>about %Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CheckpointPanel</name>
    <message numerus="yes">
        <source>%n layer(s) of %1</source>
        <translation>
            <numerusform>%n layer of %1</numerusform>
            <numerusform>%n layers of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ClusterMode</name>
    <message numerus="yes">
        <source>%n change(s) made</source>
        <translation>
            <numerusform>%n change made</numerusform>
            <numerusform>%n changes made</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ComparisonPanel</name>
    <message numerus="yes">
        <source>%n episode(s) a pattern</source>
        <translation>
            <numerusform>%n episode a pattern</numerusform>
            <numerusform>%n episodes a pattern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ConfigSectionBox</name>
    <message numerus="yes">
        <source>%n differ(s) from the default</source>
        <translation>
            <numerusform>%n differs from the default</numerusform>
            <numerusform>%n differ from the default</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ControlPanel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) held for want of data</source>
        <translation>
            <numerusform>%n decision held for want of data</numerusform>
            <numerusform>%n decisions held for want of data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExperimentPanel</name>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (and %n more)</numerusform>
            <numerusform> (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::SweepPanel</name>
    <message numerus="yes">
        <source>%1 of %n run(s) finished</source>
        <translation>
            <numerusform>%1 of %n run finished</numerusform>
            <numerusform>%1 of %n runs finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TimeChart</name>
    <message numerus="yes">
        <source>%1: %Ln point(s), last %2, smallest %3, largest %4</source>
        <translation>
            <numerusform>%1: %Ln point, last %2, smallest %3, largest %4</numerusform>
            <numerusform>%1: %Ln points, last %2, smallest %3, largest %4</numerusform>
        </translation>
    </message>
</context>
</TS>
