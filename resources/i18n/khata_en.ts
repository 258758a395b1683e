<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AccountPage</name>
    <message numerus="yes">
        <source>%n entries shown</source>
        <translation>
            <numerusform>%n entry shown</numerusform>
            <numerusform>%n entries shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message numerus="yes">
        <source>in %n account(s)</source>
        <translation>
            <numerusform>in %n account</numerusform>
            <numerusform>in %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>%n bill(s), yesterday {amount}</source>
        <translation>
            <numerusform>%n bill, yesterday {amount}</numerusform>
            <numerusform>%n bills, yesterday {amount}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n</source>
        <translation>
            <numerusform>from %n</numerusform>
            <numerusform>from %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>to %n</numerusform>
            <numerusform>to %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletionsForm</name>
    <message numerus="yes">
        <source>%n thing(s) were deleted or voided on this computer: unusually many.</source>
        <translation>
            <numerusform>%n thing was deleted or voided on this computer: unusually many.</numerusform>
            <numerusform>%n things were deleted or voided on this computer: unusually many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message numerus="yes">
        <source>%n entry(s) came from the stick; what was new here is on it now.</source>
        <translation>
            <numerusform>%n entry came from the stick; what was new here is on it now.</numerusform>
            <numerusform>%n entries came from the stick; what was new here is on it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The stick was damaged in %n place(s). What was whole was taken in, and what this computer has was put there again. Take another stick if it happens again.</source>
        <translation>
            <numerusform>The stick was damaged in %n place. What was whole was taken in, and what this computer has was put there again. Take another stick if it happens again.</numerusform>
            <numerusform>The stick was damaged in %n places. What was whole was taken in, and what this computer has was put there again. Take another stick if it happens again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message numerus="yes">
        <source>%n device(s) keep this khata together.</source>
        <translation>
            <numerusform>%n device keeps this khata.</numerusform>
            <numerusform>%n devices keep this khata together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>Bring in %n line</numerusform>
            <numerusform>Bring in %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message numerus="yes">
        <source>These are %n word(s); the phrase has 24.</source>
        <translation>
            <numerusform>This is %n word; the phrase has 24.</numerusform>
            <numerusform>These are %n words; the phrase has 24.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <extracomment>The kinds a list can be narrowed to; reversals are only ever seen beside what they undo.</extracomment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostForm</name>
    <message numerus="yes">
        <source>Go on, shut out %n device(s)</source>
        <translation>
            <numerusform>Go on, shut out %n device</numerusform>
            <numerusform>Go on, shut out %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartiesPage</name>
    <message numerus="yes">
        <source>%n in this list</source>
        <translation>
            <numerusform>%n in this list</numerusform>
            <numerusform>%n in this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n</source>
        <translation>
            <numerusform>from %n</numerusform>
            <numerusform>from %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>to %n</numerusform>
            <numerusform>to %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartyPage</name>
    <message numerus="yes">
        <source>%n entries shown</source>
        <translation>
            <numerusform>%n entry shown</numerusform>
            <numerusform>%n entries shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>got {amount} · %n entries</source>
        <translation>
            <numerusform>got {amount} · %n entry</numerusform>
            <numerusform>got {amount} · %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>since {date}, %n day(s)</source>
        <translation>
            <numerusform>since {date}, %n day</numerusform>
            <numerusform>since {date}, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreBackupForm</name>
    <message numerus="yes">
        <source>Now the khata holds %n voucher(s).</source>
        <translation>
            <numerusform>Now the khata holds %n voucher.</numerusform>
            <numerusform>Now the khata holds %n vouchers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup of {moment}, made on “{name}”, holds %n voucher(s).</source>
        <translation>
            <numerusform>The backup of {moment}, made on “{name}”, holds %n voucher.</numerusform>
            <numerusform>The backup of {moment}, made on “{name}”, holds %n vouchers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n party(s)</source>
        <translation>
            <numerusform>%n party</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n voucher</numerusform>
            <numerusform>%n vouchers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) entered since will be gone from the khata.</source>
        <translation>
            <numerusform>%n voucher entered since will be gone from the khata.</numerusform>
            <numerusform>%n vouchers entered since will be gone from the khata.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message numerus="yes">
        <source>%n thing(s) that devices did apart, or that went wrong between them</source>
        <translation>
            <numerusform>%n thing that devices did apart, or that went wrong between them</numerusform>
            <numerusform>%n things that devices did apart, or that went wrong between them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept: {number} of {device}; %n other version(s) voided</source>
        <translation>
            <numerusform>Kept: {number} of {device}; the other version was voided</numerusform>
            <numerusform>Kept: {number} of {device}; %n other versions were voided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateSheet</name>
    <message numerus="yes">
        <source>%n entry(s) of this computer wait to be sent.</source>
        <translation>
            <numerusform>%n entry of this computer waits to be sent.</numerusform>
            <numerusform>%n entries of this computer wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWatch</name>
    <message numerus="yes">
        <source>%n entry(s) of other devices came in</source>
        <translation>
            <numerusform>%n entry of another device came in</numerusform>
            <numerusform>%n entries of other devices came in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n arrived</source>
        <translation>
            <numerusform>%n arrived</numerusform>
            <numerusform>%n arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) not sent: server not reached</source>
        <translation>
            <numerusform>%n entry not sent: server not reached</numerusform>
            <numerusform>%n entries not sent: server not reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) waiting to be sent</source>
        <translation>
            <numerusform>%n entry waiting to be sent</numerusform>
            <numerusform>%n entries waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VouchersPage</name>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n voucher</numerusform>
            <numerusform>%n vouchers</numerusform>
        </translation>
    </message>
</context>
</TS>
