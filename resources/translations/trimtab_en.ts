<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
