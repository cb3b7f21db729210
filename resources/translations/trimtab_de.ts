<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ClusterTables</name>
    <message>
        <source>, %1 pending</source>
        <translation>, %1 ausstehend</translation>
    </message>
    <message>
        <source>, originally %1</source>
        <translation>, ursprünglich %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>the certificate is NOT verified</source>
        <translation>das Zertifikat wird NICHT geprüft</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>GPU replicas, ready / desired</source>
        <translation>GPU-Replikate, bereit / gewünscht</translation>
    </message>
    <message>
        <source>CPU replicas, ready / desired</source>
        <translation>CPU-Replikate, bereit / gewünscht</translation>
    </message>
    <message>
        <source>Latency p95, ms</source>
        <translation>Latenz p95, ms</translation>
    </message>
    <message>
        <source>Throughput, req/s</source>
        <translation>Durchsatz, Anfragen/s</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>GPU utilisation, %</source>
        <translation>GPU-Auslastung, %</translation>
    </message>
    <message>
        <source>CPU utilisation, %</source>
        <translation>CPU-Auslastung, %</translation>
    </message>
    <message>
        <source>Memory utilisation, %</source>
        <translation>Speicherauslastung, %</translation>
    </message>
    <message>
        <source>Numbers without data so far</source>
        <translation>Werte ohne Daten bisher</translation>
    </message>
    <message>
        <source>Decisions held for want of data</source>
        <translation>Mangels Daten zurückgehaltene Entscheidungen</translation>
    </message>
    <message>
        <source>Changes made</source>
        <translation>Ausgeführte Änderungen</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
</context>
<context>
    <name>ControlText</name>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatik</translation>
    </message>
    <message>
        <source>Reads only; nothing is decided and nothing is changed.</source>
        <translation>Liest nur; nichts wird entschieden und nichts verändert.</translation>
    </message>
    <message>
        <source>Decides and writes down what it would do; changes nothing.</source>
        <translation>Entscheidet und schreibt auf, was es täte; verändert nichts.</translation>
    </message>
    <message>
        <source>Asks you before every change.</source>
        <translation>Fragt vor jeder Änderung.</translation>
    </message>
    <message>
        <source>Changes the replicas by itself, within the shield.</source>
        <translation>Ändert die Replikate selbst, im Rahmen des Schutzschilds.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Stellt wieder her</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>beibehalten</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>only logged</source>
        <translation>nur vermerkt</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>angeordnet</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>prefers GPU</source>
        <translation>bevorzugt GPU</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>ausgewogen</translation>
    </message>
    <message>
        <source>prefers CPU</source>
        <translation>bevorzugt CPU</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a pod</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1 GPU + %2 CPU</source>
        <translation>%1 GPU + %2 CPU</translation>
    </message>
    <message>
        <source>%1 (wanted %2)</source>
        <translation>%1 (gewollt %2)</translation>
    </message>
</context>
<context>
    <name>CoreTexts</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>1 for a quiet allocation, less for changes and flaps</source>
        <translation>1 bei ruhiger Zuteilung, weniger bei Änderungen und Hin und Her</translation>
    </message>
    <message>
        <source>1 where the last placement is balanced</source>
        <translation>1, wenn die letzte Platzierung ausgeglichen ist</translation>
    </message>
    <message>
        <source>1 where the last placement prefers CPU</source>
        <translation>1, wenn die letzte Platzierung CPU bevorzugt</translation>
    </message>
    <message>
        <source>1 where the last placement prefers GPU</source>
        <translation>1, wenn die letzte Platzierung GPU bevorzugt</translation>
    </message>
    <message>
        <source>95th percentile of latency as the agent observes it</source>
        <translation>95. Perzentil der Latenz, wie der Agent es beobachtet</translation>
    </message>
    <message>
        <source>95th percentile of latency, failures counted as the timeout</source>
        <translation>95. Perzentil der Latenz, Fehlschläge zählen als Zeitüberschreitung</translation>
    </message>
    <message>
        <source>95th percentile of the latency of requests, as PromQL; empty: not asked.</source>
        <translation>95. Perzentil der Latenz der Anfragen, als PromQL; leer: wird nicht abgefragt.</translation>
    </message>
    <message>
        <source>95th percentile of the window&apos;s latencies</source>
        <translation>95. Perzentil der Latenzen des Fensters</translation>
    </message>
    <message>
        <source>95th percentile over all requests of the evaluation</source>
        <translation>95. Perzentil über alle Anfragen der Bewertung</translation>
    </message>
    <message>
        <source>A CPU pod&apos;s first readiness probe.</source>
        <translation>Erste Readiness-Probe eines CPU-Pods.</translation>
    </message>
    <message>
        <source>A GPU pod&apos;s first readiness probe.</source>
        <translation>Erste Readiness-Probe eines GPU-Pods.</translation>
    </message>
    <message>
        <source>A change that nobody confirms by then is not made.</source>
        <translation>Eine Änderung, die bis dahin niemand bestätigt, wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>A checkpoint whose weights the run starts from; empty: fresh weights.</source>
        <translation>Checkpoint, mit dessen Gewichten der Lauf beginnt; leer: neue Gewichte.</translation>
    </message>
    <message>
        <source>A client gives up after this; it counts as a failure with this latency.</source>
        <translation>Danach gibt ein Client auf; das zählt als Fehlschlag mit dieser Latenz.</translation>
    </message>
    <message>
        <source>A request that is not answered by then has failed.</source>
        <translation>Eine Anfrage, die bis dahin nicht beantwortet ist, gilt als fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Active users at the end of the window</source>
        <translation>Aktive Benutzer am Ende des Fensters</translation>
    </message>
    <message>
        <source>Active users now</source>
        <translation>Jetzt aktive Benutzer</translation>
    </message>
    <message>
        <source>Active users now less the window&apos;s mean</source>
        <translation>Jetzt aktive Benutzer abzüglich des Mittels des Fensters</translation>
    </message>
    <message>
        <source>Active users or clients, as PromQL; empty: not asked.</source>
        <translation>Aktive Benutzer oder Clients, als PromQL; leer: wird nicht abgefragt.</translation>
    </message>
    <message>
        <source>Active users, time average</source>
        <translation>Aktive Benutzer, zeitliches Mittel</translation>
    </message>
    <message>
        <source>Adam&apos;s epsilon.</source>
        <translation>Epsilon von Adam.</translation>
    </message>
    <message>
        <source>Added to every response.</source>
        <translation>Kommt zu jeder Antwort hinzu.</translation>
    </message>
    <message>
        <source>Address of Locust&apos;s web interface, without a password in it.</source>
        <translation>Adresse der Weboberfläche von Locust, ohne Passwort darin.</translation>
    </message>
    <message>
        <source>Address of Prometheus, without a password in it.</source>
        <translation>Adresse von Prometheus, ohne Passwort darin.</translation>
    </message>
    <message>
        <source>Address that Locust sends load to; empty: the one it was started with.</source>
        <translation>Adresse, an die Locust die Last sendet; leer: die, mit der es gestartet wurde.</translation>
    </message>
    <message>
        <source>Age of a scrape when it can be read.</source>
        <translation>Alter einer Messung, wenn sie gelesen werden kann.</translation>
    </message>
    <message>
        <source>Also judges the published improvements, in profile published.</source>
        <translation>Beurteilt in Profil published auch die veröffentlichten Verbesserungen.</translation>
    </message>
    <message>
        <source>Annotation that takes the GPU pool&apos;s weight in percent.</source>
        <translation>Annotation, die das Gewicht des GPU-Pools in Prozent aufnimmt.</translation>
    </message>
    <message>
        <source>Any action with equal probability</source>
        <translation>Jede Aktion mit gleicher Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Appends 21 entries (ready replicas, users, last action, recent throughputs) to the ten numbers.</source>
        <translation>Hängt 21 Einträge (bereite Replikate, Benutzer, letzte Aktion, jüngste Durchsätze) an die zehn Zahlen an.</translation>
    </message>
    <message>
        <source>Arrivals a second for one CPU pod.</source>
        <translation>Ankünfte pro Sekunde für einen CPU-Pod.</translation>
    </message>
    <message>
        <source>Arrivals a second for one GPU pod.</source>
        <translation>Ankünfte pro Sekunde für einen GPU-Pod.</translation>
    </message>
    <message>
        <source>Arrivals of pattern constant, independent of responses; 0: constant_users instead.</source>
        <translation>Ankünfte des Musters constant, unabhängig von den Antworten; 0: stattdessen constant_users.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Believes any certificate of Locust. Shown as a warning wherever it is in use.</source>
        <translation>Akzeptiert jedes Zertifikat von Locust. Wird überall, wo es gilt, als Warnung gezeigt.</translation>
    </message>
    <message>
        <source>Believes any certificate of Prometheus. Shown as a warning wherever it is in use.</source>
        <translation>Akzeptiert jedes Zertifikat von Prometheus. Wird überall, wo es gilt, als Warnung gezeigt.</translation>
    </message>
    <message>
        <source>Best baseline</source>
        <translation>Bestes Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Best mean return of an evaluation so far</source>
        <translation>Bisher bester mittlerer Return einer Bewertung</translation>
    </message>
    <message>
        <source>Busy share of the CPU pods</source>
        <translation>Ausgelasteter Anteil der CPU-Pods</translation>
    </message>
    <message>
        <source>Busy share of the GPU pods</source>
        <translation>Ausgelasteter Anteil der GPU-Pods</translation>
    </message>
    <message>
        <source>Busy share of the ready CPU servers</source>
        <translation>Ausgelasteter Anteil der bereiten CPU-Server</translation>
    </message>
    <message>
        <source>Busy share of the ready GPU pods</source>
        <translation>Ausgelasteter Anteil der bereiten GPU-Pods</translation>
    </message>
    <message>
        <source>CPU in use over CPU requested by the CPU Deployment&apos;s pods, as PromQL; empty: not asked.</source>
        <translation>Genutzte durch angeforderte CPU der Pods des CPU-Deployments, als PromQL; leer: wird nicht abgefragt.</translation>
    </message>
    <message>
        <source>CPU index of the last action</source>
        <translation>CPU-Index der letzten Aktion</translation>
    </message>
    <message>
        <source>CPU pods that serve</source>
        <translation>CPU-Pods, die Anfragen bedienen</translation>
    </message>
    <message>
        <source>CPU pods that start</source>
        <translation>CPU-Pods, die starten</translation>
    </message>
    <message>
        <source>CPU pods; two more while p95 is bad.</source>
        <translation>CPU-Pods; zwei mehr, solange p95 schlecht ist.</translation>
    </message>
    <message>
        <source>CPU replicas asked for</source>
        <translation>Verlangte CPU-Replikate</translation>
    </message>
    <message>
        <source>CPU replicas of the baseline, no GPU pods, never scaled</source>
        <translation>CPU-Replikate des Vergleichsverfahrens, keine GPU-Pods, nie skaliert</translation>
    </message>
    <message>
        <source>CPU replicas of the static-cpu baseline.</source>
        <translation>CPU-Replikate des Vergleichsverfahrens static-cpu.</translation>
    </message>
    <message>
        <source>CPU replicas that an episode starts with.</source>
        <translation>CPU-Replikate, mit denen eine Episode beginnt.</translation>
    </message>
    <message>
        <source>CPU time of one image.</source>
        <translation>CPU-Zeit eines Bildes.</translation>
    </message>
    <message>
        <source>Changes against the previous one within three steps</source>
        <translation>Änderungen gegen die vorige innerhalb von drei Schritten</translation>
    </message>
    <message>
        <source>Clip range of the policy&apos;s probability ratio.</source>
        <translation>Clip-Bereich des Wahrscheinlichkeitsverhältnisses der Strategie.</translation>
    </message>
    <message>
        <source>Clip range of the value loss; 0: none.</source>
        <translation>Clip-Bereich des Wertverlusts; 0: keiner.</translation>
    </message>
    <message>
        <source>Clipped surrogate loss, mean over minibatches</source>
        <translation>Begrenzter Ersatzverlust, Mittel über Minibatches</translation>
    </message>
    <message>
        <source>Coefficient of variation of a CPU request&apos;s time.</source>
        <translation>Variationskoeffizient der Zeit einer CPU-Anfrage.</translation>
    </message>
    <message>
        <source>Coefficient of variation of a GPU batch&apos;s time.</source>
        <translation>Variationskoeffizient der Zeit eines GPU-Batches.</translation>
    </message>
    <message>
        <source>Coefficient of variation of that time.</source>
        <translation>Variationskoeffizient dieser Zeit.</translation>
    </message>
    <message>
        <source>Confidence of every interval.</source>
        <translation>Konfidenz jedes Intervalls.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Context of the kubeconfig; empty: the current one.</source>
        <translation>Kontext der Kubeconfig; leer: der aktuelle.</translation>
    </message>
    <message>
        <source>Cost against the baseline, and utilisation</source>
        <translation>Kosten gegen das Vergleichsverfahren, und Auslastung</translation>
    </message>
    <message>
        <source>Cost of an episode (USD)</source>
        <translation>Kosten einer Episode (USD)</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <source>Data older than this is no data, and nothing is scaled on it.</source>
        <translation>Ältere Daten gelten als keine Daten, und nichts wird danach skaliert.</translation>
    </message>
    <message>
        <source>Deployment of the CPU pool.</source>
        <translation>Deployment des CPU-Pools.</translation>
    </message>
    <message>
        <source>Deployment of the GPU pool.</source>
        <translation>Deployment des GPU-Pools.</translation>
    </message>
    <message>
        <source>Desired CPU replicas</source>
        <translation>Gewünschte CPU-Replikate</translation>
    </message>
    <message>
        <source>Desired GPU replicas</source>
        <translation>Gewünschte GPU-Replikate</translation>
    </message>
    <message>
        <source>Desired less ready CPU pods</source>
        <translation>Gewünschte abzüglich bereiter CPU-Pods</translation>
    </message>
    <message>
        <source>Desired less ready GPU pods</source>
        <translation>Gewünschte abzüglich bereiter GPU-Pods</translation>
    </message>
    <message>
        <source>Discount of future rewards, a step.</source>
        <translation>Abzinsung künftiger Belohnungen, je Schritt.</translation>
    </message>
    <message>
        <source>Ends an update&apos;s epochs once approx_kl is above it; 0: never.</source>
        <translation>Beendet die Epochen eines Updates, sobald approx_kl darüber liegt; 0: nie.</translation>
    </message>
    <message>
        <source>Entropy of the policy, summed over the action heads</source>
        <translation>Entropie der Strategie, summiert über die Aktionsköpfe</translation>
    </message>
    <message>
        <source>Entropy weight at the end of the run, reached linearly.</source>
        <translation>Gewicht der Entropie am Ende des Laufs, linear erreicht.</translation>
    </message>
    <message>
        <source>Environment steps a second since the previous update</source>
        <translation>Umgebungsschritte pro Sekunde seit dem vorigen Update</translation>
    </message>
    <message>
        <source>Environments that are stepped together.</source>
        <translation>Umgebungen, die gemeinsam schreiten.</translation>
    </message>
    <message>
        <source>Episode return by load pattern: means with intervals.</source>
        <translation>Return einer Episode nach Lastmuster: Mittelwerte mit Intervallen.</translation>
    </message>
    <message>
        <source>Episodes a pattern for every candidate when a rule is calibrated; never the test episodes.</source>
        <translation>Episoden je Muster für jeden Kandidaten beim Kalibrieren einer Regel; nie die Testepisoden.</translation>
    </message>
    <message>
        <source>Episodes a pattern of each evaluation; the best mean return becomes best_model.pt; 0: no evaluation.</source>
        <translation>Episoden je Muster in jeder Bewertung; der beste mittlere Return wird best_model.pt; 0: keine Bewertung.</translation>
    </message>
    <message>
        <source>Episodes a pattern, the same for every policy.</source>
        <translation>Episoden je Muster, dieselben für jede Strategie.</translation>
    </message>
    <message>
        <source>Episodes between two evaluations; 0: only at the end.</source>
        <translation>Episoden zwischen zwei Bewertungen; 0: nur am Ende.</translation>
    </message>
    <message>
        <source>Episodes between two model_episode_*.pt.</source>
        <translation>Episoden zwischen zwei model_episode_*.pt.</translation>
    </message>
    <message>
        <source>Epochs done in this update</source>
        <translation>Epochen in diesem Update</translation>
    </message>
    <message>
        <source>Estimated KL divergence from the policy that collected</source>
        <translation>Geschätzte KL-Divergenz von der Strategie, die gesammelt hat</translation>
    </message>
    <message>
        <source>Estimated energy of the pods</source>
        <translation>Geschätzte Energie der Pods</translation>
    </message>
    <message>
        <source>Estimated wait above which a request may go to the other pool.</source>
        <translation>Geschätzte Wartezeit, ab der eine Anfrage zum anderen Pool gehen darf.</translation>
    </message>
    <message>
        <source>Every policy on every load pattern: means of an episode with intervals.</source>
        <translation>Jede Strategie auf jedem Lastmuster: Mittelwerte einer Episode mit Intervallen.</translation>
    </message>
    <message>
        <source>Failed readings in a row before falling back.</source>
        <translation>Fehlgeschlagene Messungen in Folge, nach denen der Rückfall gilt.</translation>
    </message>
    <message>
        <source>Fewest pods of a pool; 0 scales to zero.</source>
        <translation>Kleinste Zahl von Pods eines Pools; 0 skaliert auf null.</translation>
    </message>
    <message>
        <source>Fewest replicas of each pool.</source>
        <translation>Kleinste Zahl von Replikaten jedes Pools.</translation>
    </message>
    <message>
        <source>Figures and reports.</source>
        <translation>Abbildungen und Berichte.</translation>
    </message>
    <message>
        <source>File formats of figures.</source>
        <translation>Dateiformate der Abbildungen.</translation>
    </message>
    <message>
        <source>File of pattern trace; looked for beside this configuration, then in the working directory.</source>
        <translation>Datei des Musters trace; gesucht wird neben dieser Konfiguration, dann im Arbeitsverzeichnis.</translation>
    </message>
    <message>
        <source>File with a bearer token for Prometheus; or TRIMTAB_PROMETHEUS_TOKEN.</source>
        <translation>Datei mit einem Bearer-Token für Prometheus; oder TRIMTAB_PROMETHEUS_TOKEN.</translation>
    </message>
    <message>
        <source>Forbids replica changes that the bounds would undo.</source>
        <translation>Verbietet Änderungen der Replikate, die die Grenzen zurücknähmen.</translation>
    </message>
    <message>
        <source>Form of the reward; kisim is the original project&apos;s and rewards always-max most of all.</source>
        <translation>Form der Belohnung; kisim ist die des ursprünglichen Projekts und belohnt always-max am meisten.</translation>
    </message>
    <message>
        <source>Format of the trace.</source>
        <translation>Format der Aufzeichnung.</translation>
    </message>
    <message>
        <source>GPU index of the last action</source>
        <translation>GPU-Index der letzten Aktion</translation>
    </message>
    <message>
        <source>GPU pods beyond it stay Pending.</source>
        <translation>Weitere GPU-Pods bleiben Pending.</translation>
    </message>
    <message>
        <source>GPU pods for one GPU pod&apos;s capacity of arrivals.</source>
        <translation>GPU-Pods für Ankünfte in Höhe der Kapazität eines GPU-Pods.</translation>
    </message>
    <message>
        <source>GPU pods that serve</source>
        <translation>GPU-Pods, die Anfragen bedienen</translation>
    </message>
    <message>
        <source>GPU pods that the cluster has room for; more are not asked for.</source>
        <translation>GPU-Pods, für die der Cluster Platz hat; mehr werden nicht verlangt.</translation>
    </message>
    <message>
        <source>GPU pods that wait for quota or start</source>
        <translation>GPU-Pods, die auf Kontingent oder Start warten</translation>
    </message>
    <message>
        <source>GPU pods too many that are kept.</source>
        <translation>Überzählige GPU-Pods, die behalten werden.</translation>
    </message>
    <message>
        <source>GPU pods without load.</source>
        <translation>GPU-Pods ohne Last.</translation>
    </message>
    <message>
        <source>GPU replicas asked for</source>
        <translation>Verlangte GPU-Replikate</translation>
    </message>
    <message>
        <source>GPU replicas of the baseline, no CPU pods, never scaled</source>
        <translation>GPU-Replikate des Vergleichsverfahrens, keine CPU-Pods, nie skaliert</translation>
    </message>
    <message>
        <source>GPU replicas of the static-gpu baseline.</source>
        <translation>GPU-Replikate des Vergleichsverfahrens static-gpu.</translation>
    </message>
    <message>
        <source>GPU replicas that an episode starts with.</source>
        <translation>GPU-Replikate, mit denen eine Episode beginnt.</translation>
    </message>
    <message>
        <source>GPU time of a batch of no images.</source>
        <translation>GPU-Zeit eines Batches ohne Bilder.</translation>
    </message>
    <message>
        <source>GPU time that each image adds to a batch.</source>
        <translation>GPU-Zeit, um die jedes Bild einen Batch verlängert.</translation>
    </message>
    <message>
        <source>Gradient norm before clipping, mean over minibatches</source>
        <translation>Gradientennorm vor dem Begrenzen, Mittel über Minibatches</translation>
    </message>
    <message>
        <source>Growth allowed in a policy period; 0: no such policy.</source>
        <translation>Erlaubtes Wachstum je Richtlinienzeitraum; 0: keine solche Richtlinie.</translation>
    </message>
    <message>
        <source>Hidden layers.</source>
        <translation>Verdeckte Schichten.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Obere Grenze</translation>
    </message>
    <message>
        <source>Holds a Lease, so that two programs never control one workload.</source>
        <translation>Hält eine Lease, damit nie zwei Programme dieselbe Arbeitslast steuern.</translation>
    </message>
    <message>
        <source>How far a rising trend is followed ahead of time.</source>
        <translation>Wie weit ein steigender Trend vorausgedacht wird.</translation>
    </message>
    <message>
        <source>How fast users come when the target rises.</source>
        <translation>Wie schnell Benutzer kommen, wenn das Ziel steigt.</translation>
    </message>
    <message>
        <source>How much the seed moves a pattern&apos;s peak and times; wide is for tests of a shift.</source>
        <translation>Wie stark der Seed Spitze und Zeiten eines Musters verschiebt; wide ist für Tests einer Verschiebung.</translation>
    </message>
    <message>
        <source>How the placement action is carried out; none: it is masked.</source>
        <translation>Wie die Platzierungsaktion ausgeführt wird; none: sie ist maskiert.</translation>
    </message>
    <message>
        <source>IQM</source>
        <translation>IQM</translation>
    </message>
    <message>
        <source>Images that a user posts at once.</source>
        <translation>Bilder, die ein Benutzer auf einmal sendet.</translation>
    </message>
    <message>
        <source>Its return</source>
        <translation>Dessen Return</translation>
    </message>
    <message>
        <source>KEDA scaled objects driven by arrivals a second</source>
        <translation>KEDA-ScaledObjects nach Ankünften pro Sekunde</translation>
    </message>
    <message>
        <source>Keeps the newest so many model_episode_*.pt; 0: all.</source>
        <translation>Behält die neuesten so vielen model_episode_*.pt; 0: alle.</translation>
    </message>
    <message>
        <source>Kind of the object whose annotation carries the weight.</source>
        <translation>Art des Objekts, dessen Annotation das Gewicht trägt.</translation>
    </message>
    <message>
        <source>Kubeconfig file; empty: KUBECONFIG, ~/.kube/config, or the pod&apos;s own service account.</source>
        <translation>Kubeconfig-Datei; leer: KUBECONFIG, ~/.kube/config oder das Dienstkonto des Pods.</translation>
    </message>
    <message>
        <source>Kubernetes HorizontalPodAutoscaler v2, one a pool</source>
        <translation>Kubernetes HorizontalPodAutoscaler v2, einer je Pool</translation>
    </message>
    <message>
        <source>Kubernetes namespace of the workload.</source>
        <translation>Kubernetes-Namespace der Arbeitslast.</translation>
    </message>
    <message>
        <source>Label of the Service&apos;s selector: gpu, cpu, or absent when balanced.</source>
        <translation>Label des Selektors des Service: gpu, cpu oder bei Ausgleich keines.</translation>
    </message>
    <message>
        <source>Lambda of generalised advantage estimation.</source>
        <translation>Lambda der generalisierten Vorteilsschätzung (GAE).</translation>
    </message>
    <message>
        <source>Largest batch of a GPU pod.</source>
        <translation>Größter Batch eines GPU-Pods.</translation>
    </message>
    <message>
        <source>Latency against the baseline of the pattern</source>
        <translation>Latenz gegen das Vergleichsverfahren des Musters</translation>
    </message>
    <message>
        <source>Learning rate at the end of the run, reached linearly.</source>
        <translation>Lernrate am Ende des Laufs, linear erreicht.</translation>
    </message>
    <message>
        <source>Learning rate of this update</source>
        <translation>Lernrate dieses Updates</translation>
    </message>
    <message>
        <source>Learns as if the task went on after the episode&apos;s time; false where the episode is the task.</source>
        <translation>Lernt, als ginge die Aufgabe nach der Zeit der Episode weiter; false, wo die Episode die Aufgabe ist.</translation>
    </message>
    <message>
        <source>Leaves provenance out of figures and reports.</source>
        <translation>Lässt die Herkunft aus Abbildungen und Berichten weg.</translation>
    </message>
    <message>
        <source>Length of a step; whole seconds.</source>
        <translation>Länge eines Schritts; ganze Sekunden.</translation>
    </message>
    <message>
        <source>Length of an episode; a multiple of action_interval.</source>
        <translation>Länge einer Episode; ein Vielfaches von action_interval.</translation>
    </message>
    <message>
        <source>Length of the run in episodes; 0: total_steps counts.</source>
        <translation>Länge des Laufs in Episoden; 0: total_steps gilt.</translation>
    </message>
    <message>
        <source>Length of the run over all environments; ignored where total_episodes is above 0.</source>
        <translation>Länge des Laufs über alle Umgebungen; gilt nicht, wenn total_episodes über 0 liegt.</translation>
    </message>
    <message>
        <source>Length, seeds and intervals of a training run.</source>
        <translation>Länge, Seeds und Abstände eines Trainingslaufs.</translation>
    </message>
    <message>
        <source>Load patterns to evaluate on; empty: those of load.patterns.</source>
        <translation>Lastmuster der Bewertung; leer: die von load.patterns.</translation>
    </message>
    <message>
        <source>Load patterns, one an episode in turn.</source>
        <translation>Lastmuster, reihum eines je Episode.</translation>
    </message>
    <message>
        <source>Longest pause of a user between requests.</source>
        <translation>Längste Pause eines Benutzers zwischen Anfragen.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Untere Grenze</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean cost of an episode</source>
        <translation>Mittlere Kosten einer Episode</translation>
    </message>
    <message>
        <source>Mean number of steps that changed a replica count</source>
        <translation>Mittlere Zahl der Schritte, die eine Replikatzahl änderten</translation>
    </message>
    <message>
        <source>Mean of the windows&apos; 95th percentiles</source>
        <translation>Mittel der 95. Perzentile der Fenster</translation>
    </message>
    <message>
        <source>Mean return of the greedy policy</source>
        <translation>Mittlerer Return der gierigen Strategie</translation>
    </message>
    <message>
        <source>Mean share of windows whose p95 exceeds the SLO</source>
        <translation>Mittlerer Anteil der Fenster, deren p95 über dem SLO liegt</translation>
    </message>
    <message>
        <source>Mean successes over responses</source>
        <translation>Mittel der erfolgreichen durch alle Antworten</translation>
    </message>
    <message>
        <source>Mean time until a CPU pod&apos;s container is up.</source>
        <translation>Mittlere Zeit, bis der Container eines CPU-Pods läuft.</translation>
    </message>
    <message>
        <source>Mean time until a GPU pod&apos;s container is up.</source>
        <translation>Mittlere Zeit, bis der Container eines GPU-Pods läuft.</translation>
    </message>
    <message>
        <source>Mean utilisation of the GPUs of the GPU Deployment&apos;s pods, as PromQL; empty: not asked.</source>
        <translation>Mittlere Auslastung der GPUs der Pods des GPU-Deployments, als PromQL; leer: wird nicht abgefragt.</translation>
    </message>
    <message>
        <source>Memory in use over memory requested</source>
        <translation>Genutzter durch angeforderten Speicher</translation>
    </message>
    <message>
        <source>Memory in use over memory requested by both Deployments&apos; pods, as PromQL; empty: not asked.</source>
        <translation>Genutzter durch angeforderten Speicher der Pods beider Deployments, als PromQL; leer: wird nicht abgefragt.</translation>
    </message>
    <message>
        <source>Memory in use over what the pods request</source>
        <translation>Genutzter Speicher durch das, was die Pods anfordern</translation>
    </message>
    <message>
        <source>Memory of a request in the system.</source>
        <translation>Speicher einer Anfrage im System.</translation>
    </message>
    <message>
        <source>Memory of an idle CPU pod.</source>
        <translation>Speicher eines untätigen CPU-Pods.</translation>
    </message>
    <message>
        <source>Memory of an idle GPU pod.</source>
        <translation>Speicher eines untätigen GPU-Pods.</translation>
    </message>
    <message>
        <source>Memory that a pod requests.</source>
        <translation>Speicher, den ein Pod anfordert.</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Most CPU pods the planner considers; 0: 8, or 5 for long episodes.</source>
        <translation>Meiste CPU-Pods, die der Planer erwägt; 0: 8, bei langen Episoden 5.</translation>
    </message>
    <message>
        <source>Most GPU pods the planner considers; 0: 7, or the bound for long episodes.</source>
        <translation>Meiste GPU-Pods, die der Planer erwägt; 0: 7, bei langen Episoden die Grenze.</translation>
    </message>
    <message>
        <source>Most replicas of each pool.</source>
        <translation>Größte Zahl von Replikaten jedes Pools.</translation>
    </message>
    <message>
        <source>Most replicas that one decision changes in a pool.</source>
        <translation>Meiste Replikate, die eine Entscheidung in einem Pool ändert.</translation>
    </message>
    <message>
        <source>Most that the replicas may cost, at the prices of section simulator; 0: no cap.</source>
        <translation>Was die Replikate höchstens kosten dürfen, zu den Preisen des Abschnitts simulator; 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Multiplies every value of the trace.</source>
        <translation>Vervielfacht jeden Wert der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Name of the Ingress, Service or HTTPRoute that places traffic.</source>
        <translation>Name des Ingress, Service oder der HTTPRoute, die den Verkehr verteilt.</translation>
    </message>
    <message>
        <source>Name of the Lease.</source>
        <translation>Name der Lease.</translation>
    </message>
    <message>
        <source>Natural logarithm of active users over 30</source>
        <translation>Natürlicher Logarithmus der aktiven Benutzer über 30</translation>
    </message>
    <message>
        <source>Neurons of a hidden layer.</source>
        <translation>Neuronen einer verdeckten Schicht.</translation>
    </message>
    <message>
        <source>One trunk for actor and critic, instead of one each.</source>
        <translation>Ein Rumpf für Akteur und Kritiker statt je eines eigenen.</translation>
    </message>
    <message>
        <source>Options of the policies that a model is compared with.</source>
        <translation>Optionen der Strategien, mit denen ein Modell verglichen wird.</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed Locust&apos;s certificate; empty: the system&apos;s.</source>
        <translation>PEM-Datei der Zertifizierungsstelle, die Locusts Zertifikat unterzeichnet hat; leer: die des Systems.</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed Prometheus&apos;s certificate; empty: the system&apos;s.</source>
        <translation>PEM-Datei der Zertifizierungsstelle, die Prometheus&apos; Zertifikat unterzeichnet hat; leer: die des Systems.</translation>
    </message>
    <message>
        <source>PPO.</source>
        <translation>PPO.</translation>
    </message>
    <message>
        <source>Paired difference in episode return, policy minus baseline, with its interval.</source>
        <translation>Paarweise Differenz im Return einer Episode, Strategie minus Vergleichsverfahren, mit ihrem Intervall.</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Passes over the buffer in an update.</source>
        <translation>Durchgänge durch den Puffer je Update.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Percent of traffic for the GPU pool when GPU is preferred, balanced, CPU preferred.</source>
        <translation>Prozent des Verkehrs für den GPU-Pool, wenn GPU bevorzugt, ausgeglichen, CPU bevorzugt wird.</translation>
    </message>
    <message>
        <source>Period of the scaling policies.</source>
        <translation>Zeitraum der Skalierungsrichtlinien.</translation>
    </message>
    <message>
        <source>Planner&apos;s return</source>
        <translation>Return des Planers</translation>
    </message>
    <message>
        <source>Pods of a pool while the metric cannot be read.</source>
        <translation>Pods eines Pools, solange die Metrik nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Pods that may be added in a policy period; 0: no such policy.</source>
        <translation>Pods, die je Richtlinienzeitraum hinzukommen dürfen; 0: keine solche Richtlinie.</translation>
    </message>
    <message>
        <source>Pods that may be removed in a policy period; 0: no such policy.</source>
        <translation>Pods, die je Richtlinienzeitraum wegfallen dürfen; 0: keine solche Richtlinie.</translation>
    </message>
    <message>
        <source>Policies to compare with.</source>
        <translation>Strategien, mit denen verglichen wird.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Power of a busy GPU.</source>
        <translation>Leistung einer ausgelasteten GPU.</translation>
    </message>
    <message>
        <source>Power of a busy vCPU.</source>
        <translation>Leistung einer ausgelasteten vCPU.</translation>
    </message>
    <message>
        <source>Power of an idle GPU.</source>
        <translation>Leistung einer untätigen GPU.</translation>
    </message>
    <message>
        <source>Power of an idle vCPU.</source>
        <translation>Leistung einer untätigen vCPU.</translation>
    </message>
    <message>
        <source>Price of a CPU pod.</source>
        <translation>Preis eines CPU-Pods.</translation>
    </message>
    <message>
        <source>Price of a GPU pod.</source>
        <translation>Preis eines GPU-Pods.</translation>
    </message>
    <message>
        <source>Price of the pods that started or were ready</source>
        <translation>Preis der Pods, die starteten oder bereit waren</translation>
    </message>
    <message>
        <source>Ready CPU pods, time average</source>
        <translation>Bereite CPU-Pods, zeitliches Mittel</translation>
    </message>
    <message>
        <source>Ready GPU pods over ready pods, mean</source>
        <translation>Bereite GPU-Pods durch bereite Pods, Mittel</translation>
    </message>
    <message>
        <source>Ready GPU pods, time average</source>
        <translation>Bereite GPU-Pods, zeitliches Mittel</translation>
    </message>
    <message>
        <source>Relative change of mean users between the last two windows</source>
        <translation>Relative Änderung der mittleren Benutzer zwischen den letzten zwei Fenstern</translation>
    </message>
    <message>
        <source>Relative change of the arrival rate over 20 s</source>
        <translation>Relative Änderung der Ankunftsrate über 20 s</translation>
    </message>
    <message>
        <source>Relative change of users within the window</source>
        <translation>Relative Änderung der Benutzer innerhalb des Fensters</translation>
    </message>
    <message>
        <source>Relative excess of the target that is tolerated before scaling up.</source>
        <translation>Relative Überschreitung des Ziels, die vor dem Hochskalieren geduldet wird.</translation>
    </message>
    <message>
        <source>Relative shortfall of the target that is tolerated before scaling down.</source>
        <translation>Relative Unterschreitung des Ziels, die vor dem Herunterskalieren geduldet wird.</translation>
    </message>
    <message>
        <source>Replicas in proportion to the estimated arrivals</source>
        <translation>Replikate im Verhältnis zu den geschätzten Ankünften</translation>
    </message>
    <message>
        <source>Requests answered in time</source>
        <translation>Rechtzeitig beantwortete Anfragen</translation>
    </message>
    <message>
        <source>Requests answered successfully, as PromQL; empty: not asked.</source>
        <translation>Erfolgreich beantwortete Anfragen, als PromQL; leer: wird nicht abgefragt.</translation>
    </message>
    <message>
        <source>Requests that a CPU pod works on at once.</source>
        <translation>Anfragen, an denen ein CPU-Pod zugleich arbeitet.</translation>
    </message>
    <message>
        <source>Requests that arrived a second</source>
        <translation>Angekommene Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests that timed out</source>
        <translation>Anfragen mit Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Resamples of a bootstrap interval.</source>
        <translation>Stichproben eines Bootstrap-Intervalls.</translation>
    </message>
    <message>
        <source>Resources over all load patterns, of an episode: means with intervals.</source>
        <translation>Ressourcen über alle Lastmuster, je Episode: Mittelwerte mit Intervallen.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Return above the statics&apos;</source>
        <translation>Return über dem der statischen</translation>
    </message>
    <message>
        <source>Reversals of direction that a pool may make within shield_flap_window_s.</source>
        <translation>Richtungswechsel, die ein Pool innerhalb von shield_flap_window_s machen darf.</translation>
    </message>
    <message>
        <source>Run folder that backend replay feeds back.</source>
        <translation>Laufordner, den das Backend replay wiedergibt.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Scale of users in the extended observation.</source>
        <translation>Skala der Benutzer in der erweiterten Beobachtung.</translation>
    </message>
    <message>
        <source>Scales advantages to mean 0 and deviation 1, a minibatch at a time.</source>
        <translation>Bringt Vorteile auf Mittel 0 und Abweichung 1, je Minibatch.</translation>
    </message>
    <message>
        <source>Scales inputs by their running mean and deviation, saved with the checkpoint.</source>
        <translation>Skaliert Eingaben nach ihrem laufenden Mittel und ihrer Abweichung, im Checkpoint gespeichert.</translation>
    </message>
    <message>
        <source>Scaling down takes the highest recommendation of this time.</source>
        <translation>Herunterskalieren nimmt die höchste Empfehlung dieser Zeit.</translation>
    </message>
    <message>
        <source>Scaling up takes the lowest recommendation of this time.</source>
        <translation>Hochskalieren nimmt die niedrigste Empfehlung dieser Zeit.</translation>
    </message>
    <message>
        <source>Search over the true future: a ceiling, never a baseline</source>
        <translation>Suche über die wahre Zukunft: eine Obergrenze, nie ein Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Seed of every random number of the run.</source>
        <translation>Seed jeder Zufallszahl des Laufs.</translation>
    </message>
    <message>
        <source>Seeds of the runs of a pipeline or a sweep.</source>
        <translation>Seeds der Läufe einer Pipeline oder eines Sweeps.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Served share against the baseline of the pattern</source>
        <translation>Bedienter Anteil gegen das Vergleichsverfahren des Musters</translation>
    </message>
    <message>
        <source>Service of the CPU pool among the HTTPRoute&apos;s backends.</source>
        <translation>Service des CPU-Pools unter den Backends der HTTPRoute.</translation>
    </message>
    <message>
        <source>Service of the GPU pool among the HTTPRoute&apos;s backends.</source>
        <translation>Service des GPU-Pools unter den Backends der HTTPRoute.</translation>
    </message>
    <message>
        <source>Sets Locust&apos;s users along the load pattern; false where traffic comes by itself.</source>
        <translation>Setzt Locusts Benutzer entlang des Lastmusters; false, wo der Verkehr von selbst kommt.</translation>
    </message>
    <message>
        <source>Settings that enter the search of a calibrated policy.</source>
        <translation>Einstellungen, die in die Suche einer kalibrierten Strategie eingehen.</translation>
    </message>
    <message>
        <source>Share closed</source>
        <translation>Geschlossener Anteil</translation>
    </message>
    <message>
        <source>Share of arrivals sent to the preferred pool.</source>
        <translation>Anteil der Ankünfte, der zum bevorzugten Pool geht.</translation>
    </message>
    <message>
        <source>Share of cost saved</source>
        <translation>Ersparter Anteil der Kosten</translation>
    </message>
    <message>
        <source>Share of samples whose probability ratio was clipped</source>
        <translation>Anteil der Stichproben, deren Wahrscheinlichkeitsverhältnis begrenzt wurde</translation>
    </message>
    <message>
        <source>Share of the episode that has passed</source>
        <translation>Vergangener Anteil der Episode</translation>
    </message>
    <message>
        <source>Share of the returns&apos; variance that the value estimate explains</source>
        <translation>Anteil der Varianz der Returns, den die Wertschätzung erklärt</translation>
    </message>
    <message>
        <source>Share of the trace for training; the parts are cut by time.</source>
        <translation>Anteil der Aufzeichnung für das Training; geteilt wird nach der Zeit.</translation>
    </message>
    <message>
        <source>Share of the trace for validation; the rest is for tests.</source>
        <translation>Anteil der Aufzeichnung für die Validierung; der Rest ist für Tests.</translation>
    </message>
    <message>
        <source>Share of windows whose p95 exceeds the SLO</source>
        <translation>Anteil der Fenster, deren p95 über dem SLO liegt</translation>
    </message>
    <message>
        <source>Shortest pause of a user between requests.</source>
        <translation>Kürzeste Pause eines Benutzers zwischen Anfragen.</translation>
    </message>
    <message>
        <source>Shrinkage allowed in a policy period; 0: no such policy.</source>
        <translation>Erlaubtes Schrumpfen je Richtlinienzeitraum; 0: keine solche Richtlinie.</translation>
    </message>
    <message>
        <source>Sign of the last CPU change, 0 after three steps</source>
        <translation>Vorzeichen der letzten CPU-Änderung, 0 nach drei Schritten</translation>
    </message>
    <message>
        <source>Sign of the last GPU change, 0 after three steps</source>
        <translation>Vorzeichen der letzten GPU-Änderung, 0 nach drei Schritten</translation>
    </message>
    <message>
        <source>Spread of the arrival rate over its mean</source>
        <translation>Streuung der Ankunftsrate durch ihr Mittel</translation>
    </message>
    <message>
        <source>Spreads the phases of the environments over the first episode.</source>
        <translation>Verteilt die Phasen der Umgebungen über die erste Episode.</translation>
    </message>
    <message>
        <source>Squared error of the value estimate, mean over minibatches</source>
        <translation>Quadratischer Fehler der Wertschätzung, Mittel über Minibatches</translation>
    </message>
    <message>
        <source>Standard deviation of the return over episodes</source>
        <translation>Standardabweichung des Returns über Episoden</translation>
    </message>
    <message>
        <source>States the planner keeps a step; 0: 60, or 16 for episodes of more than 20 steps.</source>
        <translation>Zustände, die der Planer je Schritt behält; 0: 60, bei Episoden von mehr als 20 Schritten 16.</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>Std</translation>
    </message>
    <message>
        <source>Step size of Adam.</source>
        <translation>Schrittweite von Adam.</translation>
    </message>
    <message>
        <source>Steps a minibatch; at most buffer_size.</source>
        <translation>Schritte je Minibatch; höchstens buffer_size.</translation>
    </message>
    <message>
        <source>Steps an update over all environments; a multiple of training.n_envs.</source>
        <translation>Schritte je Update über alle Umgebungen; ein Vielfaches von training.n_envs.</translation>
    </message>
    <message>
        <source>Steps in a row with p95 above environment.slo_ms that forbid scaling down; 0: never.</source>
        <translation>Schritte in Folge mit p95 über environment.slo_ms, die das Herunterskalieren verbieten; 0: nie.</translation>
    </message>
    <message>
        <source>Steps in a row with p95 above the SLO after which the HPA rule decides; 0: never.</source>
        <translation>Schritte in Folge mit p95 über dem SLO, nach denen die HPA-Regel entscheidet; 0: nie.</translation>
    </message>
    <message>
        <source>Steps of an episode</source>
        <translation>Schritte einer Episode</translation>
    </message>
    <message>
        <source>Steps that changed a replica count</source>
        <translation>Schritte, die eine Replikatzahl änderten</translation>
    </message>
    <message>
        <source>Successes a second</source>
        <translation>Erfolge pro Sekunde</translation>
    </message>
    <message>
        <source>Successes over responses</source>
        <translation>Erfolgreiche durch alle Antworten</translation>
    </message>
    <message>
        <source>Successful requests a second</source>
        <translation>Erfolgreiche Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Successful requests a second as the agent observes it</source>
        <translation>Erfolgreiche Anfragen pro Sekunde, wie der Agent sie beobachtet</translation>
    </message>
    <message>
        <source>Sum of the rewards of an episode</source>
        <translation>Summe der Belohnungen einer Episode</translation>
    </message>
    <message>
        <source>Target utilisation of the CPU pool.</source>
        <translation>Zielauslastung des CPU-Pools.</translation>
    </message>
    <message>
        <source>Target utilisation of the GPU pool.</source>
        <translation>Zielauslastung des GPU-Pools.</translation>
    </message>
    <message>
        <source>The autoscaler, its numbers searched on calibration seeds</source>
        <translation>Der Autoscaler, seine Zahlen auf Kalibrierungs-Seeds gesucht</translation>
    </message>
    <message>
        <source>The best fixed allocation, searched on calibration seeds</source>
        <translation>Die beste feste Zuteilung, auf Kalibrierungs-Seeds gesucht</translation>
    </message>
    <message>
        <source>The embedded cluster&apos;s parameters.</source>
        <translation>Die Parameter des eingebetteten Clusters.</translation>
    </message>
    <message>
        <source>The embedded cluster, a real one, or a recorded run.</source>
        <translation>Der eingebettete Cluster, ein echter oder ein aufgezeichneter Lauf.</translation>
    </message>
    <message>
        <source>The first N episodes of each pattern keep every step with the decision behind it.</source>
        <translation>Die ersten N Episoden jedes Musters behalten jeden Schritt mit der Entscheidung dahinter.</translation>
    </message>
    <message>
        <source>The form with behavior; false: stabilises over hpa_down_window_s and at most doubles.</source>
        <translation>Die Form mit behavior; false: stabilisiert über hpa_down_window_s und verdoppelt höchstens.</translation>
    </message>
    <message>
        <source>The gradient&apos;s norm is clipped to this.</source>
        <translation>Die Norm des Gradienten wird hierauf begrenzt.</translation>
    </message>
    <message>
        <source>The initial allocation, never scaled</source>
        <translation>Die anfängliche Zuteilung, nie skaliert</translation>
    </message>
    <message>
        <source>The rule, its numbers searched on calibration seeds</source>
        <translation>Die Regel, ihre Zahlen auf Kalibrierungs-Seeds gesucht</translation>
    </message>
    <message>
        <source>The scenario; sets the defaults of other keys.</source>
        <translation>Das Szenario; setzt die Vorgaben anderer Schlüssel.</translation>
    </message>
    <message>
        <source>The service level objective: p95 latency at most this.</source>
        <translation>Das Dienstgüteziel (SLO): p95-Latenz höchstens so hoch.</translation>
    </message>
    <message>
        <source>The task: time, replicas, observation and reward.</source>
        <translation>Die Aufgabe: Zeit, Replikate, Beobachtung und Belohnung.</translation>
    </message>
    <message>
        <source>The time that the flap budget is for.</source>
        <translation>Die Zeit, für die das Budget des Hin und Her gilt.</translation>
    </message>
    <message>
        <source>The traffic that the workload meets.</source>
        <translation>Der Verkehr, dem die Arbeitslast begegnet.</translation>
    </message>
    <message>
        <source>Thinning: each request of the trace is kept with this probability.</source>
        <translation>Ausdünnung: Jede Anfrage der Aufzeichnung bleibt mit dieser Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Threads of the update; a run is reproducible for a given number.</source>
        <translation>Threads des Updates; ein Lauf ist für eine gegebene Zahl reproduzierbar.</translation>
    </message>
    <message>
        <source>Threads that play episodes; 0: one a core.</source>
        <translation>Threads, die Episoden spielen; 0: einer je Kern.</translation>
    </message>
    <message>
        <source>Threads that step the environments; 0: one a core. Never changes the result.</source>
        <translation>Threads, die die Umgebungen schreiten lassen; 0: einer je Kern. Ändert nie das Ergebnis.</translation>
    </message>
    <message>
        <source>Throughput 0 windows ago</source>
        <translation>Durchsatz vor 0 Fenstern</translation>
    </message>
    <message>
        <source>Throughput 1 windows ago</source>
        <translation>Durchsatz vor 1 Fenster</translation>
    </message>
    <message>
        <source>Throughput 2 windows ago</source>
        <translation>Durchsatz vor 2 Fenstern</translation>
    </message>
    <message>
        <source>Throughput 3 windows ago</source>
        <translation>Durchsatz vor 3 Fenstern</translation>
    </message>
    <message>
        <source>Throughput 4 windows ago</source>
        <translation>Durchsatz vor 4 Fenstern</translation>
    </message>
    <message>
        <source>Time after a change in which a pool is not scaled down.</source>
        <translation>Zeit nach einer Änderung, in der ein Pool nicht herunterskaliert wird.</translation>
    </message>
    <message>
        <source>Time after a change in which a pool is not scaled up.</source>
        <translation>Zeit nach einer Änderung, in der ein Pool nicht hochskaliert wird.</translation>
    </message>
    <message>
        <source>Time between a CPU pod&apos;s probes.</source>
        <translation>Zeit zwischen den Proben eines CPU-Pods.</translation>
    </message>
    <message>
        <source>Time between a GPU pod&apos;s probes.</source>
        <translation>Zeit zwischen den Proben eines GPU-Pods.</translation>
    </message>
    <message>
        <source>Time between scrapes of the metrics; 0: the window&apos;s own statistics.</source>
        <translation>Zeit zwischen Messungen der Metriken; 0: die eigene Statistik des Fensters.</translation>
    </message>
    <message>
        <source>Time between two decisions of the autoscaler.</source>
        <translation>Zeit zwischen zwei Entscheidungen des Autoscalers.</translation>
    </message>
    <message>
        <source>Time between two readings of the metric.</source>
        <translation>Zeit zwischen zwei Messungen der Metrik.</translation>
    </message>
    <message>
        <source>Time from a pod&apos;s creation until it is ready</source>
        <translation>Zeit von der Erzeugung eines Pods, bis er bereit ist</translation>
    </message>
    <message>
        <source>Time without arrivals before the last pod goes.</source>
        <translation>Zeit ohne Ankünfte, bis der letzte Pod geht.</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>USD</translation>
    </message>
    <message>
        <source>USD/h</source>
        <translation>USD/h</translation>
    </message>
    <message>
        <source>Updates after so many episodes, on a partly filled buffer; 0: when the buffer is full.</source>
        <translation>Update nach so vielen Episoden, auf einem teilweise gefüllten Puffer; 0: wenn der Puffer voll ist.</translation>
    </message>
    <message>
        <source>Upper bound of current_throughput.</source>
        <translation>Obere Grenze von current_throughput.</translation>
    </message>
    <message>
        <source>User of Locust; the password comes from the keychain or TRIMTAB_LOCUST_PASSWORD.</source>
        <translation>Benutzer von Locust; das Passwort kommt aus dem Schlüsselbund oder TRIMTAB_LOCUST_PASSWORD.</translation>
    </message>
    <message>
        <source>User of Prometheus; the password comes from the keychain or TRIMTAB_PROMETHEUS_PASSWORD.</source>
        <translation>Benutzer von Prometheus; das Passwort kommt aus dem Schlüsselbund oder TRIMTAB_PROMETHEUS_PASSWORD.</translation>
    </message>
    <message>
        <source>Users at the high end of a pattern.</source>
        <translation>Benutzer am oberen Ende eines Musters.</translation>
    </message>
    <message>
        <source>Users at the low end of a pattern.</source>
        <translation>Benutzer am unteren Ende eines Musters.</translation>
    </message>
    <message>
        <source>Users of pattern constant; used while constant_rps is 0.</source>
        <translation>Benutzer des Musters constant; gilt, solange constant_rps 0 ist.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verdicts by episode return: is the policy better or worse than the baseline?</source>
        <translation>Urteile nach dem Return einer Episode: Ist die Strategie besser oder schlechter als das Vergleichsverfahren?</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Weight of latency_improvement in the reward.</source>
        <translation>Gewicht von latency_improvement in der Belohnung.</translation>
    </message>
    <message>
        <source>Weight of resource_efficiency in the reward.</source>
        <translation>Gewicht von resource_efficiency in der Belohnung.</translation>
    </message>
    <message>
        <source>Weight of stability_bonus in the reward.</source>
        <translation>Gewicht von stability_bonus in der Belohnung.</translation>
    </message>
    <message>
        <source>Weight of the entropy bonus in this update</source>
        <translation>Gewicht des Entropiebonus in diesem Update</translation>
    </message>
    <message>
        <source>Weight of the entropy bonus.</source>
        <translation>Gewicht des Entropiebonus.</translation>
    </message>
    <message>
        <source>Weight of the past in a smoothed curve; 0: raw.</source>
        <translation>Gewicht der Vergangenheit in einer geglätteten Kurve; 0: roh.</translation>
    </message>
    <message>
        <source>Weight of the value loss.</source>
        <translation>Gewicht des Wertverlusts.</translation>
    </message>
    <message>
        <source>Weight of throughput_improvement in the reward.</source>
        <translation>Gewicht von throughput_improvement in der Belohnung.</translation>
    </message>
    <message>
        <source>Weighted sum of the four components</source>
        <translation>Gewichtete Summe der vier Komponenten</translation>
    </message>
    <message>
        <source>Wh</source>
        <translation>Wh</translation>
    </message>
    <message>
        <source>What $window stands for in the queries; at least two scrape intervals.</source>
        <translation>Wofür $window in den Abfragen steht; mindestens zwei Messabstände.</translation>
    </message>
    <message>
        <source>What a model is compared with, and how often.</source>
        <translation>Womit ein Modell verglichen wird, und wie oft.</translation>
    </message>
    <message>
        <source>What improvements are relative to: static baselines measured here, or the published constants.</source>
        <translation>Worauf sich Verbesserungen beziehen: hier gemessene statische Vergleichsverfahren oder die veröffentlichten Konstanten.</translation>
    </message>
    <message>
        <source>Where latency, throughput and users come from.</source>
        <translation>Woher Latenz, Durchsatz und Benutzer kommen.</translation>
    </message>
    <message>
        <source>Where the network is trained.</source>
        <translation>Wo das Netz trainiert wird.</translation>
    </message>
    <message>
        <source>Where the use of CPU and memory comes from; metrics-server has no GPUs.</source>
        <translation>Woher die Nutzung von CPU und Speicher kommt; metrics-server kennt keine GPUs.</translation>
    </message>
    <message>
        <source>Where traffic goes under KEDA.</source>
        <translation>Wohin der Verkehr unter KEDA geht.</translation>
    </message>
    <message>
        <source>Where traffic goes under the autoscaler.</source>
        <translation>Wohin der Verkehr unter dem Autoscaler geht.</translation>
    </message>
    <message>
        <source>Where traffic goes under the rule.</source>
        <translation>Wohin der Verkehr unter der Regel geht.</translation>
    </message>
    <message>
        <source>Where traffic prefers to go when an episode starts.</source>
        <translation>Wohin der Verkehr zu Beginn einer Episode bevorzugt geht.</translation>
    </message>
    <message>
        <source>Where traffic prefers to go: 0 GPU, 1 balanced, 2 CPU</source>
        <translation>Wohin der Verkehr bevorzugt geht: 0 GPU, 1 ausgeglichen, 2 CPU</translation>
    </message>
    <message>
        <source>Which cluster the environment stands on.</source>
        <translation>Auf welchem Cluster die Umgebung steht.</translation>
    </message>
    <message>
        <source>Which part of the trace episodes are cut from.</source>
        <translation>Aus welchem Teil der Aufzeichnung Episoden geschnitten werden.</translation>
    </message>
    <message>
        <source>Which policy counts when scaling down.</source>
        <translation>Welche Richtlinie beim Herunterskalieren zählt.</translation>
    </message>
    <message>
        <source>Which policy counts when scaling up.</source>
        <translation>Welche Richtlinie beim Hochskalieren zählt.</translation>
    </message>
    <message>
        <source>Which user counts the patterns reach.</source>
        <translation>Welche Benutzerzahlen die Muster erreichen.</translation>
    </message>
    <message>
        <source>Width and text size of figures.</source>
        <translation>Breite und Schriftgröße der Abbildungen.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>Episoden</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>max_replicas of each pool, never scaled</source>
        <translation>max_replicas jedes Pools, nie skaliert</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>min_replicas of each pool, never scaled</source>
        <translation>min_replicas jedes Pools, nie skaliert</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>observe reads, shadow decides and logs, confirm asks before a change, auto acts.</source>
        <translation>observe liest, shadow entscheidet und protokolliert, confirm fragt vor einer Änderung, auto handelt.</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>req/s</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>rule-calibrated has one setting a pattern; false: one for all.</source>
        <translation>rule-calibrated hat eine Einstellung je Muster; false: eine für alle.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>steps/s</source>
        <translation>Schritte/s</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>users/s</source>
        <translation>Benutzer/s</translation>
    </message>
    <message>
        <source>vCPUs of a CPU pod and of a GPU pod&apos;s host.</source>
        <translation>vCPUs eines CPU-Pods und des Hosts eines GPU-Pods.</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>Requests that failed, as PromQL; empty: not asked; failures are then unknown, and what arrives is what was answered.</source>
        <translation>Fehlgeschlagene Anfragen, als PromQL; leer: wird nicht abgefragt; Fehlschläge sind dann unbekannt, und als Ankunft zählt, was beantwortet wurde.</translation>
    </message>
    <message>
        <source>Time before an episode at the load of its first second, not scored; whole seconds. A live cluster needs 30 s to know the load&apos;s trend: what is missing of them at 0 is held.</source>
        <translation>Zeit vor einer Episode bei der Last ihrer ersten Sekunde, nicht gewertet; ganze Sekunden. Ein echter Cluster braucht 30 s, um den Trend der Last zu kennen: Was bei 0 daran fehlt, wird gehalten.</translation>
    </message>
    <message>
        <source>the kubeconfig cannot be used, or there is none</source>
        <translation>die kubeconfig ist nicht brauchbar, oder es gibt keine</translation>
    </message>
    <message>
        <source>the token or certificate is wrong, has expired, or belongs to another cluster</source>
        <translation>Token oder Zertifikat sind falsch, abgelaufen oder gehören zu einem anderen Cluster</translation>
    </message>
    <message>
        <source>the server does not answer as an API server does</source>
        <translation>der Server antwortet nicht wie ein API-Server</translation>
    </message>
    <message>
        <source>the server takes this session for system:anonymous</source>
        <translation>der Server hält diese Sitzung für system:anonymous</translation>
    </message>
    <message>
        <source>the kubeconfig&apos;s user has no credentials</source>
        <translation>der Benutzer der kubeconfig hat keine Zugangsdaten</translation>
    </message>
    <message>
        <source>the server does not tell which rights there are</source>
        <translation>der Server sagt nicht, welche Rechte es gibt</translation>
    </message>
    <message>
        <source>no Role gives this right</source>
        <translation>keine Role gibt dieses Recht</translation>
    </message>
    <message>
        <source>may observe and control</source>
        <translation>darf beobachten und steuern</translation>
    </message>
    <message>
        <source>a Deployment has another name, or lives in another namespace</source>
        <translation>ein Deployment heißt anders oder liegt in einem anderen Namespace</translation>
    </message>
    <message>
        <source>nothing else scales these Deployments</source>
        <translation>nichts anderes skaliert diese Deployments</translation>
    </message>
    <message>
        <source>control is refused; observing is allowed</source>
        <translation>Steuern wird verweigert; Beobachten ist erlaubt</translation>
    </message>
    <message>
        <source>the address or a file cannot be used</source>
        <translation>die Adresse oder eine Datei ist nicht brauchbar</translation>
    </message>
    <message>
        <source>it wants a token or a password, and the one given is wrong or missing</source>
        <translation>ein Token oder Passwort wird verlangt, und das angegebene ist falsch oder fehlt</translation>
    </message>
    <message>
        <source>what answers there is not a Prometheus, or its external URL has a path</source>
        <translation>was dort antwortet, ist kein Prometheus, oder dessen externe URL hat einen Pfad</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Locust was started with a login</source>
        <translation>Locust wurde mit einer Anmeldung gestartet</translation>
    </message>
    <message>
        <source>what answers there is not Locust&apos;s web interface</source>
        <translation>was dort antwortet, ist nicht die Weboberfläche von Locust</translation>
    </message>
    <message>
        <source>no test runs, so latency and throughput have no data</source>
        <translation>kein Test läuft, daher haben Latenz und Durchsatz keine Daten</translation>
    </message>
    <message>
        <source>nobody has started the load, and cluster.drive_load is false</source>
        <translation>niemand hat die Last gestartet, und cluster.drive_load ist false</translation>
    </message>
    <message>
        <source>no request succeeds: throughput is zero</source>
        <translation>keine Anfrage gelingt: der Durchsatz ist null</translation>
    </message>
    <message>
        <source>the target is wrong, or the allocation is too small for the load</source>
        <translation>das Ziel ist falsch, oder die Zuteilung ist zu klein für die Last</translation>
    </message>
    <message>
        <source>not running; the load controller will start it</source>
        <translation>läuft nicht; die Laststeuerung wird es starten</translation>
    </message>
    <message>
        <source>it is misspelt, or only known inside the cluster or behind a VPN</source>
        <translation>er ist falsch geschrieben oder nur im Cluster oder hinter einem VPN bekannt</translation>
    </message>
    <message>
        <source>the service does not run there, or a port-forward has ended</source>
        <translation>der Dienst läuft dort nicht, oder eine Portweiterleitung ist beendet</translation>
    </message>
    <message>
        <source>a firewall drops the packets, or the machine is down</source>
        <translation>eine Firewall verwirft die Pakete, oder der Rechner ist aus</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not valid yet: one of the two clocks is wrong</source>
        <translation>das Zertifikat des Servers gilt noch nicht: eine der beiden Uhren geht falsch</translation>
    </message>
    <message>
        <source>the certificate is for another name than the one in the address</source>
        <translation>das Zertifikat gilt für einen anderen Namen als den in der Adresse</translation>
    </message>
    <message>
        <source>the certificate was signed by an authority that is not trusted here</source>
        <translation>das Zertifikat wurde von einer Stelle signiert, der hier nicht vertraut wird</translation>
    </message>
    <message>
        <source>the server does not speak TLS on this port</source>
        <translation>der Server spricht auf diesem Port kein TLS</translation>
    </message>
    <message>
        <source>not used: the address begins with http://</source>
        <translation>nicht benutzt: die Adresse beginnt mit http://</translation>
    </message>
    <message>
        <source>the file cannot be used</source>
        <translation>die Datei ist nicht brauchbar</translation>
    </message>
    <message>
        <source>encrypted, but the certificate is NOT verified: anybody between could read along</source>
        <translation>verschlüsselt, aber das Zertifikat wird NICHT geprüft: jeder dazwischen könnte mitlesen</translation>
    </message>
    <message>
        <source>the proxy of the environment resolves and connects</source>
        <translation>der Proxy der Umgebung löst auf und verbindet</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ownership</source>
        <translation>Zuständigkeit</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>workload</source>
        <translation>Arbeitslast</translation>
    </message>
    <message>
        <source>is not a known key; did you mean &apos;%1&apos;?</source>
        <translation>ist kein bekannter Schlüssel; war „%1“ gemeint?</translation>
    </message>
    <message>
        <source>is not a section; did you mean &apos;%1&apos;?</source>
        <translation>ist kein Abschnitt; war „%1“ gemeint?</translation>
    </message>
    <message>
        <source>must be %1, not nothing</source>
        <translation>muss %1 sein, nicht leer</translation>
    </message>
    <message>
        <source>must be %1, not %2; did you mean &apos;%3&apos;?</source>
        <translation>muss %1 sein, nicht %2; war „%3“ gemeint?</translation>
    </message>
    <message>
        <source>must be %1, not %2</source>
        <translation>muss %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>is not a finite number; it must be %1</source>
        <translation>ist keine endliche Zahl; es muss %1 sein</translation>
    </message>
    <message>
        <source>must have at most 1000 entries</source>
        <translation>darf höchstens 1000 Einträge haben</translation>
    </message>
    <message>
        <source>must hold keys, not a list</source>
        <translation>muss Schlüssel enthalten, keine Liste</translation>
    </message>
    <message>
        <source>must hold keys, not &apos;%1&apos;</source>
        <translation>muss Schlüssel enthalten, nicht „%1“</translation>
    </message>
    <message>
        <source>is given twice; keep one of them</source>
        <translation>ist zweimal angegeben; eine der Angaben muss weg</translation>
    </message>
    <message>
        <source>is given twice; put its keys together</source>
        <translation>ist zweimal angegeben; die Schlüssel gehören zusammen</translation>
    </message>
    <message>
        <source>is larger than a configuration can be (256 KiB)</source>
        <translation>ist größer, als eine Konfiguration sein darf (256 KiB)</translation>
    </message>
    <message>
        <source>is not a text in UTF-8</source>
        <translation>ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>is empty; give at least one section, such as `agent:`</source>
        <translation>ist leer; mindestens ein Abschnitt wie `agent:` ist nötig</translation>
    </message>
    <message>
        <source>is not valid YAML: %1</source>
        <translation>ist kein gültiges YAML: %1</translation>
    </message>
    <message>
        <source>is a list; expected sections such as `agent:` with keys below them</source>
        <translation>ist eine Liste; erwartet werden Abschnitte wie `agent:` mit Schlüsseln darunter</translation>
    </message>
    <message>
        <source>is not a configuration; expected sections such as `agent:`</source>
        <translation>ist keine Konfiguration; erwartet werden Abschnitte wie `agent:`</translation>
    </message>
    <message>
        <source>has too many mistakes; the rest is not shown</source>
        <translation>hat zu viele Fehler; der Rest wird nicht gezeigt</translation>
    </message>
    <message>
        <source>must look like section.key=value</source>
        <translation>muss wie abschnitt.schlüssel=wert aussehen</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list of whole numbers from %1 to %2</source>
        <translation>eine Liste ganzer Zahlen von %1 bis %2</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>eine Liste aus %1</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a block of keys</source>
        <translation>ein Block von Schlüsseln</translation>
    </message>
    <message>
        <source>the text &quot;%1&quot;</source>
        <translation>der Text „%1“</translation>
    </message>
    <message>
        <source>must be whole seconds</source>
        <translation>muss aus ganzen Sekunden bestehen</translation>
    </message>
    <message>
        <source>must be a multiple of environment.action_interval (%1 s)</source>
        <translation>muss ein Vielfaches von environment.action_interval (%1 s) sein</translation>
    </message>
    <message>
        <source>must be at most %1 (%2)</source>
        <translation>darf höchstens %1 (%2) sein</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>darf höchstens %1 sein</translation>
    </message>
    <message>
        <source>must lie between environment.min_replicas and environment.max_replicas (%1 to %2)</source>
        <translation>muss zwischen environment.min_replicas und environment.max_replicas liegen (%1 bis %2)</translation>
    </message>
    <message>
        <source>is 0 like all other weights; at least one must be above 0</source>
        <translation>ist 0 wie alle anderen Gewichte; mindestens eines muss über 0 liegen</translation>
    </message>
    <message>
        <source>must name at least one pattern</source>
        <translation>muss mindestens ein Lastmuster nennen</translation>
    </message>
    <message>
        <source>must name at least one format</source>
        <translation>muss mindestens ein Format nennen</translation>
    </message>
    <message>
        <source>must name at least one seed</source>
        <translation>muss mindestens einen Seed nennen</translation>
    </message>
    <message>
        <source>must name a file, because pattern trace is used</source>
        <translation>muss eine Datei nennen, da das Muster trace benutzt wird</translation>
    </message>
    <message>
        <source>and load.trace_validation_share must add up to at most 1</source>
        <translation>und load.trace_validation_share dürfen zusammen höchstens 1 ergeben</translation>
    </message>
    <message>
        <source>must be a multiple of training.n_envs (%1), such as %2 or %3</source>
        <translation>muss ein Vielfaches von training.n_envs (%1) sein, etwa %2 oder %3</translation>
    </message>
    <message>
        <source>must be a multiple of training.n_envs (%1), such as %2</source>
        <translation>muss ein Vielfaches von training.n_envs (%1) sein, etwa %2</translation>
    </message>
    <message>
        <source>makes a run of %1 steps, which would end before its first update; it needs %2 (agent.buffer_size), or agent.update_interval_episodes above 0</source>
        <translation>ergibt einen Lauf von %1 Schritten, der vor seiner ersten Aktualisierung enden würde; nötig sind %2 (agent.buffer_size) oder agent.update_interval_episodes über 0</translation>
    </message>
    <message>
        <source>makes a run of %1 episodes, which would end before its first update; it needs %2 (agent.update_interval_episodes)</source>
        <translation>ergibt einen Lauf von %1 Episoden, der vor seiner ersten Aktualisierung enden würde; nötig sind %2 (agent.update_interval_episodes)</translation>
    </message>
    <message>
        <source>must name a run folder, because cluster.backend is replay</source>
        <translation>muss einen Laufordner nennen, da cluster.backend replay ist</translation>
    </message>
    <message>
        <source>must name a Deployment</source>
        <translation>muss ein Deployment nennen</translation>
    </message>
    <message>
        <source>must not be the GPU pool&apos;s Deployment</source>
        <translation>darf nicht das Deployment des GPU-Pools sein</translation>
    </message>
    <message>
        <source>must name the object that places traffic, or set cluster.placement to none</source>
        <translation>muss das Objekt nennen, das den Verkehr verteilt; sonst cluster.placement auf none setzen</translation>
    </message>
    <message>
        <source>must have three numbers: GPU preferred, balanced, CPU preferred</source>
        <translation>muss drei Zahlen haben: GPU bevorzugt, ausgewogen, CPU bevorzugt</translation>
    </message>
    <message>
        <source>must be at least cluster.slo_guard_samples (%1), or 0</source>
        <translation>muss mindestens cluster.slo_guard_samples (%1) sein, oder 0</translation>
    </message>
    <message>
        <source>and cluster.query_throughput must hold queries, because cluster.traffic_source is prometheus</source>
        <translation>und cluster.query_throughput müssen Abfragen enthalten, da cluster.traffic_source prometheus ist</translation>
    </message>
    <message>
        <source>must not hold a user or a password, which would be stored with every run: name the user in cluster.prometheus_user or cluster.locust_user, and give the password as a secret</source>
        <translation>darf weder Benutzer noch Passwort enthalten, da beides mit jedem Lauf gespeichert würde: den Benutzer in cluster.prometheus_user oder cluster.locust_user nennen, das Passwort als Geheimnis angeben</translation>
    </message>
    <message>
        <source>must not hold a user or a password, which would be stored with every run: give them to Locust&apos;s own file</source>
        <translation>darf weder Benutzer noch Passwort enthalten, da beides mit jedem Lauf gespeichert würde: sie gehören in die eigene Datei von Locust</translation>
    </message>
    <message>
        <source>names &apos;%1&apos; twice</source>
        <translation>nennt „%1“ zweimal</translation>
    </message>
    <message>
        <source>line %1 %2; mend the text first, then the fields can change it</source>
        <translation>Zeile %1 %2; erst den Text berichtigen, dann können die Felder ihn ändern</translation>
    </message>
    <message>
        <source>there is no key %1</source>
        <translation>es gibt keinen Schlüssel %1</translation>
    </message>
    <message>
        <source>there is no such file; check the path</source>
        <translation>es gibt keine solche Datei; bitte den Pfad prüfen</translation>
    </message>
    <message>
        <source>is a directory; give a YAML or JSON file in it</source>
        <translation>ist ein Ordner; gebraucht wird eine YAML- oder JSON-Datei darin</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>there is no such sweep file; check the path</source>
        <translation>es gibt keine solche Sweep-Datei; bitte den Pfad prüfen</translation>
    </message>
    <message>
        <source>too many combinations: %1 is more than %2; sweep fewer values, or split the sweep</source>
        <translation>zu viele Kombinationen: %1 ist mehr als %2; weniger Werte durchlaufen oder den Sweep teilen</translation>
    </message>
    <message>
        <source>sweep.configs has two files named %1; rename one, the result tells them apart by it</source>
        <translation>sweep.configs hat zwei Dateien namens %1; eine umbenennen, das Ergebnis unterscheidet sie daran</translation>
    </message>
    <message>
        <source>sweep.patterns: load pattern &apos;%1&apos; stands in two entries; an entry is what one agent trains on, and the comparison needs each pattern once</source>
        <translation>sweep.patterns: das Lastmuster „%1“ steht in zwei Einträgen; ein Eintrag ist, womit ein Agent trainiert, und der Vergleich braucht jedes Muster einmal</translation>
    </message>
    <message>
        <source>row %1 (%2): %3</source>
        <translation>Zeile %1 (%2): %3</translation>
    </message>
    <message>
        <source>rows %1 and %2 ask for the same run: a grid value repeats what another key or file says; remove one of them</source>
        <translation>die Zeilen %1 und %2 verlangen denselben Lauf: ein Wert des Rasters wiederholt, was ein anderer Schlüssel oder eine andere Datei sagt; einen davon entfernen</translation>
    </message>
    <message>
        <source>cannot stand here; %1</source>
        <translation>kann hier nicht stehen; %1</translation>
    </message>
    <message>
        <source>give the seeds as sweep.seeds</source>
        <translation>die Seeds gehören in sweep.seeds</translation>
    </message>
    <message>
        <source>every row starts anew</source>
        <translation>jede Zeile beginnt neu</translation>
    </message>
    <message>
        <source>give a configuration of that profile in sweep.configs</source>
        <translation>eine Konfiguration dieses Profils in sweep.configs angeben</translation>
    </message>
    <message>
        <source>give the patterns as sweep.patterns</source>
        <translation>die Muster gehören in sweep.patterns</translation>
    </message>
    <message>
        <source>is missing; name at least one configuration</source>
        <translation>fehlt; mindestens eine Konfiguration nennen</translation>
    </message>
    <message>
        <source>names %1, which is neither beside the sweep file nor in the working directory</source>
        <translation>nennt %1, das weder neben der Sweep-Datei noch im Arbeitsordner liegt</translation>
    </message>
    <message>
        <source>must be a value or a list of values</source>
        <translation>muss ein Wert oder eine Liste von Werten sein</translation>
    </message>
    <message>
        <source>is an empty list; give at least one value</source>
        <translation>ist eine leere Liste; mindestens einen Wert angeben</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to %1</source>
        <translation>muss eine ganze Zahl von 0 bis %1 sein</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must hold whole numbers from 0 to 9007199254740991 or ranges such as 1..32, not &apos;%1&apos;</source>
        <translation>muss ganze Zahlen von 0 bis 9007199254740991 oder Bereiche wie 1..32 enthalten, nicht „%1“</translation>
    </message>
    <message>
        <source>has a range that is empty or too long: %1</source>
        <translation>hat einen Bereich, der leer oder zu lang ist: %1</translation>
    </message>
    <message>
        <source>has seed %1 twice; a run again is the same run</source>
        <translation>hat den Seed %1 zweimal; derselbe Lauf käme noch einmal heraus</translation>
    </message>
    <message>
        <source>has the value %1 twice</source>
        <translation>hat den Wert %1 zweimal</translation>
    </message>
    <message>
        <source>is damaged; `trimtab sweep FILE --collect` writes it again</source>
        <translation>ist beschädigt; `trimtab sweep FILE --collect` schreibt es neu</translation>
    </message>
    <message>
        <source>is not the result of a sweep</source>
        <translation>ist nicht das Ergebnis eines Sweeps</translation>
    </message>
    <message>
        <source>holds no sweep; `trimtab sweep FILE` makes one</source>
        <translation>enthält keinen Sweep; `trimtab sweep FILE` macht einen</translation>
    </message>
    <message>
        <source>reading was stopped</source>
        <translation>das Lesen wurde angehalten</translation>
    </message>
    <message>
        <source>this is not a sweep row&apos;s record; remove it to run the row again</source>
        <translation>das ist kein Eintrag einer Sweep-Zeile; ohne ihn läuft die Zeile noch einmal</translation>
    </message>
    <message>
        <source>another trimtab works on this; wait for it or stop it, then start again</source>
        <translation>ein anderes trimtab arbeitet daran; darauf warten oder es anhalten und dann noch einmal beginnen</translation>
    </message>
    <message>
        <source>no configuration has a seed with every pattern finished, so there is nothing to compare</source>
        <translation>keine Konfiguration hat einen Seed, bei dem jedes Muster fertig ist; so gibt es nichts zu vergleichen</translation>
    </message>
    <message>
        <source>the configurations differ in %1, so they did not meet the same test episodes; the baselines are left out</source>
        <translation>die Konfigurationen unterscheiden sich in %1 und trafen daher nicht dieselben Testepisoden; die Vergleichsverfahren entfallen</translation>
    </message>
    <message>
        <source>stopped; run it again to continue</source>
        <translation>angehalten; ein neuer Start setzt fort</translation>
    </message>
    <message>
        <source>%1 is not a number in some test episode</source>
        <translation>%1 ist in einer Testepisode keine Zahl</translation>
    </message>
    <message>
        <source>this is not a checkpoint that can be read: %1; choose a .pt file that trimtab train wrote</source>
        <translation>das ist kein lesbarer Checkpoint: %1; bitte eine .pt-Datei wählen, die trimtab train geschrieben hat</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>it is not a zip archive, which .pt files are</source>
        <translation>er ist kein ZIP-Archiv, wie es .pt-Dateien sind</translation>
    </message>
    <message>
        <source>it is a TorchScript module</source>
        <translation>er ist ein TorchScript-Modul</translation>
    </message>
    <message>
        <source>its data.pkl is too large</source>
        <translation>sein data.pkl ist zu groß</translation>
    </message>
    <message>
        <source>its data.pkl is truncated</source>
        <translation>sein data.pkl ist abgeschnitten</translation>
    </message>
    <message>
        <source>its data.pkl is damaged</source>
        <translation>sein data.pkl ist beschädigt</translation>
    </message>
    <message>
        <source>it has no zip directory at its end: it is truncated</source>
        <translation>ihm fehlt das ZIP-Verzeichnis am Ende: er ist abgeschnitten</translation>
    </message>
    <message>
        <source>its zip directory is damaged</source>
        <translation>sein ZIP-Verzeichnis ist beschädigt</translation>
    </message>
    <message>
        <source>the checksum of entry &apos;%1&apos; is wrong: it is damaged</source>
        <translation>die Prüfsumme des Eintrags „%1“ stimmt nicht: er ist beschädigt</translation>
    </message>
    <message>
        <source>the data of tensor &apos;%1&apos; is missing</source>
        <translation>die Daten des Tensors „%1“ fehlen</translation>
    </message>
    <message>
        <source>it holds too many values</source>
        <translation>er enthält zu viele Werte</translation>
    </message>
    <message>
        <source>it holds more than a dict of tensors (pickle opcode %1)</source>
        <translation>er enthält mehr als ein Verzeichnis von Tensoren (Pickle-Befehl %1)</translation>
    </message>
    <message>
        <source>it refers to %1, which no checkpoint of this program does; nothing of it was executed</source>
        <translation>er verweist auf %1, was kein Checkpoint dieses Programms tut; nichts davon wurde ausgeführt</translation>
    </message>
    <message>
        <source>it does not hold a dict</source>
        <translation>er enthält kein Verzeichnis</translation>
    </message>
    <message>
        <source>this checkpoint cannot be used: %1</source>
        <translation>dieser Checkpoint kann nicht benutzt werden: %1</translation>
    </message>
    <message>
        <source>its format version is %1, this program reads %2</source>
        <translation>seine Formatversion ist %1, dieses Programm liest %2</translation>
    </message>
    <message>
        <source>there is no such file; give the path of a .pt file</source>
        <translation>es gibt keine solche Datei; gebraucht wird der Pfad einer .pt-Datei</translation>
    </message>
    <message>
        <source>this is not a file; give the path of a .pt file, not of its folder</source>
        <translation>das ist keine Datei; gebraucht wird der Pfad einer .pt-Datei, nicht ihres Ordners</translation>
    </message>
    <message>
        <source>the file is larger than the 512 MiB that a checkpoint may have</source>
        <translation>die Datei ist größer als die 512 MiB, die ein Checkpoint haben darf</translation>
    </message>
    <message>
        <source>the file cannot be read; check its permissions</source>
        <translation>die Datei kann nicht gelesen werden; bitte ihre Rechte prüfen</translation>
    </message>
    <message>
        <source>this checkpoint holds weights only; resume from the run&apos;s last.pt, or use --init-from</source>
        <translation>dieser Checkpoint enthält nur Gewichte; mit last.pt des Laufs fortsetzen oder --init-from benutzen</translation>
    </message>
    <message>
        <source>the run&apos;s configuration is not what its checkpoint was made with; undo the change of config.yaml, or start a new run from these weights with --init-from</source>
        <translation>die Konfiguration des Laufs ist nicht die seines Checkpoints; die Änderung an config.yaml zurücknehmen oder mit --init-from einen neuen Lauf aus diesen Gewichten beginnen</translation>
    </message>
    <message>
        <source>the model was trained on %1 observations and this environment offers %2; set environment.extended_observation as it was in training (true: 31, false: 10)</source>
        <translation>das Modell wurde mit %1 Beobachtungen trainiert, diese Umgebung bietet %2; environment.extended_observation wie beim Training setzen (true: 31, false: 10)</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s observation or action layout is not this configuration&apos;s; use the run&apos;s own configuration</source>
        <translation>Beobachtungen oder Aktionen des Checkpoints sind nicht die dieser Konfiguration; die eigene Konfiguration des Laufs benutzen</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s run has seed %1, not %2; resume with the run&apos;s own configuration</source>
        <translation>der Lauf des Checkpoints hat den Seed %1, nicht %2; mit der eigenen Konfiguration des Laufs fortsetzen</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s run has %1 environments, not %2; resume with the run&apos;s own configuration</source>
        <translation>der Lauf des Checkpoints hat %1 Umgebungen, nicht %2; mit der eigenen Konfiguration des Laufs fortsetzen</translation>
    </message>
    <message>
        <source>the checkpoint holds no readable training state; resume from a last.pt of this program</source>
        <translation>der Checkpoint enthält keinen lesbaren Trainingszustand; mit einem last.pt dieses Programms fortsetzen</translation>
    </message>
    <message>
        <source>this run cannot be continued: %1; start a new run</source>
        <translation>dieser Lauf kann nicht fortgesetzt werden: %1; einen neuen beginnen</translation>
    </message>
    <message>
        <source>agent.device is cuda, but LibTorch finds no CUDA device; set agent.device to auto or cpu, or install a LibTorch built for CUDA and a matching driver</source>
        <translation>agent.device ist cuda, aber LibTorch findet kein CUDA-Gerät; agent.device auf auto oder cpu setzen oder ein für CUDA gebautes LibTorch mit passendem Treiber installieren</translation>
    </message>
    <message>
        <source>the run would make no update: its %1 steps never fill agent.buffer_size (%2); lower agent.buffer_size, train longer, or set agent.update_interval_episodes</source>
        <translation>der Lauf würde nie aktualisieren: seine %1 Schritte füllen agent.buffer_size (%2) nicht; agent.buffer_size senken, länger trainieren oder agent.update_interval_episodes setzen</translation>
    </message>
    <message>
        <source>the run ended without an update: its steps never filled agent.buffer_size; lower it, train longer, or set agent.update_interval_episodes</source>
        <translation>der Lauf endete ohne Aktualisierung: seine Schritte füllten agent.buffer_size nie; den Wert senken, länger trainieren oder agent.update_interval_episodes setzen</translation>
    </message>
    <message>
        <source>agent.buffer_size (%1) must be at least training.n_envs (%2): every environment needs a step before an update</source>
        <translation>agent.buffer_size (%1) muss mindestens training.n_envs (%2) sein: jede Umgebung braucht einen Schritt vor einer Aktualisierung</translation>
    </message>
    <message>
        <source>set training.total_steps or training.total_episodes above 0</source>
        <translation>training.total_steps oder training.total_episodes über 0 setzen</translation>
    </message>
    <message>
        <source>the loss or its gradient is not a finite number; the weights are those before this update. Lower agent.learning_rate or agent.max_grad_norm, or look for NaN in the rewards</source>
        <translation>der Verlust oder sein Gradient ist keine endliche Zahl; die Gewichte sind die vor dieser Aktualisierung. agent.learning_rate oder agent.max_grad_norm senken oder nach NaN in den Belohnungen suchen</translation>
    </message>
    <message>
        <source>an environment returned an observation that is not a number; check its metrics</source>
        <translation>eine Umgebung gab eine Beobachtung zurück, die keine Zahl ist; bitte ihre Metriken prüfen</translation>
    </message>
    <message>
        <source>environment %1 returned a reward that is not a number</source>
        <translation>Umgebung %1 gab eine Belohnung zurück, die keine Zahl ist</translation>
    </message>
    <message>
        <source>no data for %1 after %2 intervals of waiting; trimtab doctor tells which connection has none</source>
        <translation>keine Daten für %1 nach %2 Intervallen Wartezeit; trimtab doctor sagt, welche Verbindung keine hat</translation>
    </message>
    <message>
        <source>the static baselines answered no request of pattern %1; choose environment.baseline: published or a higher load</source>
        <translation>die festen Vergleichsverfahren beantworteten keine Anfrage des Musters %1; environment.baseline: published oder eine höhere Last wählen</translation>
    </message>
    <message>
        <source>cannot create the results folder %1: %2; choose another one with --results-dir</source>
        <translation>der Ergebnisordner %1 kann nicht angelegt werden: %2; mit --results-dir einen anderen wählen</translation>
    </message>
    <message>
        <source>cannot create %1: %2; choose a results folder that you may write to with --results-dir</source>
        <translation>%1 kann nicht angelegt werden: %2; mit --results-dir einen beschreibbaren Ergebnisordner wählen</translation>
    </message>
    <message>
        <source>%1 is full of runs of this second; choose another --results-dir</source>
        <translation>%1 ist voll von Läufen dieser Sekunde; ein anderes --results-dir wählen</translation>
    </message>
    <message>
        <source>cannot write %1: %2; free some space or choose another results folder</source>
        <translation>%1 kann nicht geschrieben werden: %2; Platz schaffen oder einen anderen Ergebnisordner wählen</translation>
    </message>
    <message>
        <source>cannot write %1: %2; choose a results folder that you may write to</source>
        <translation>%1 kann nicht geschrieben werden: %2; einen Ergebnisordner wählen, in den geschrieben werden darf</translation>
    </message>
    <message>
        <source>cannot write %1: %2; check the path</source>
        <translation>%1 kann nicht geschrieben werden: %2; bitte den Pfad prüfen</translation>
    </message>
    <message>
        <source>cannot read %1; check its permissions</source>
        <translation>%1 kann nicht gelesen werden; bitte die Rechte prüfen</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>cannot list %1: %2</source>
        <translation>der Inhalt von %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>another process is writing to %1; stop it before you resume this run</source>
        <translation>ein anderer Prozess schreibt in %1; er muss enden, bevor dieser Lauf fortgesetzt wird</translation>
    </message>
    <message>
        <source>Not enough memory. Use fewer environments or a smaller buffer.</source>
        <translation>Zu wenig Arbeitsspeicher. Weniger Umgebungen oder einen kleineren Puffer benutzen.</translation>
    </message>
    <message>
        <source>The job broke off: %1</source>
        <translation>Der Auftrag brach ab: %1</translation>
    </message>
    <message>
        <source>The job broke off for an unknown reason.</source>
        <translation>Der Auftrag brach aus unbekanntem Grund ab.</translation>
    </message>
    <message>
        <source>Removed from the queue before it started.</source>
        <translation>Vor dem Beginn aus der Warteschlange genommen.</translation>
    </message>
    <message>
        <source>%1 is not a run folder; give one like rl/training_20260101_120000</source>
        <translation>%1 ist kein Laufordner; gebraucht wird einer wie rl/training_20260101_120000</translation>
    </message>
    <message>
        <source>%1 holds no run: it has no manifest.json</source>
        <translation>%1 enthält keinen Lauf: manifest.json fehlt</translation>
    </message>
    <message>
        <source>there is no model %1</source>
        <translation>es gibt kein Modell %1</translation>
    </message>
    <message>
        <source>%1 holds neither best_model.pt nor last.pt; give a .pt file</source>
        <translation>%1 enthält weder best_model.pt noch last.pt; gebraucht wird eine .pt-Datei</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 is a directory, not a file</source>
        <translation>%1 ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>the manifest is not a JSON object; the run&apos;s description is lost</source>
        <translation>das Manifest ist kein JSON-Objekt; die Beschreibung des Laufs ist verloren</translation>
    </message>
    <message>
        <source>the evaluation was stopped</source>
        <translation>die Bewertung wurde angehalten</translation>
    </message>
    <message>
        <source>give at least one model or policy to evaluate</source>
        <translation>mindestens ein Modell oder eine Strategie zum Bewerten angeben</translation>
    </message>
    <message>
        <source>policy %1 is given twice; give it once</source>
        <translation>die Strategie %1 ist zweimal angegeben; einmal genügt</translation>
    </message>
    <message>
        <source>there is no policy &apos;%1&apos;; choose one of %2</source>
        <translation>es gibt keine Strategie „%1“; zur Wahl stehen %2</translation>
    </message>
    <message>
        <source>an evaluation needs at least one policy</source>
        <translation>eine Bewertung braucht mindestens eine Strategie</translation>
    </message>
    <message>
        <source>an evaluation needs at least one load pattern</source>
        <translation>eine Bewertung braucht mindestens ein Lastmuster</translation>
    </message>
    <message>
        <source>runs must be between 1 and %1, not %2</source>
        <translation>die Anzahl der Läufe muss zwischen 1 und %1 liegen, nicht %2</translation>
    </message>
    <message>
        <source>the policy %1 is listed twice; give each another name</source>
        <translation>die Strategie %1 steht zweimal da; jede braucht einen eigenen Namen</translation>
    </message>
    <message>
        <source>there is nothing to compare: evaluate at least one policy on one pattern</source>
        <translation>es gibt nichts zu vergleichen: mindestens eine Strategie mit einem Muster bewerten</translation>
    </message>
    <message>
        <source>two policies are called &apos;%1&apos;: rename one of them</source>
        <translation>zwei Strategien heißen „%1“: eine umbenennen</translation>
    </message>
    <message>
        <source>policy &apos;%1&apos; has no episode of pattern &apos;%2&apos;: evaluate it on every pattern of the comparison</source>
        <translation>die Strategie „%1“ hat keine Episode des Musters „%2“: mit jedem Muster des Vergleichs bewerten</translation>
    </message>
    <message>
        <source>policies &apos;%1&apos; and &apos;%2&apos; did not meet the same episodes of pattern &apos;%3&apos; (%4 and %5 episodes, or other seeds): evaluate both on the same seeds; unpaired results are not compared</source>
        <translation>die Strategien „%1“ und „%2“ trafen nicht dieselben Episoden des Musters „%3“ (%4 und %5 Episoden, oder andere Seeds): beide mit denselben Seeds bewerten; Ungepaartes wird nicht verglichen</translation>
    </message>
    <message>
        <source>candidate &apos;%1&apos; was not evaluated, or sees the future: name an evaluated policy or group</source>
        <translation>der Kandidat „%1“ wurde nicht bewertet oder kennt die Zukunft: eine bewertete Strategie oder Gruppe nennen</translation>
    </message>
    <message>
        <source>the expected improvements are relative to policy static-cpu: evaluate it as well</source>
        <translation>die erwarteten Verbesserungen beziehen sich auf die Strategie static-cpu: auch diese bewerten</translation>
    </message>
    <message>
        <source>not a comparison of this program, or damaged; run the comparison again</source>
        <translation>kein Vergleich dieses Programms, oder beschädigt; den Vergleich noch einmal machen</translation>
    </message>
    <message>
        <source>not an evaluation of this program: %1; run the evaluation again</source>
        <translation>keine Bewertung dieses Programms: %1; die Bewertung noch einmal machen</translation>
    </message>
    <message>
        <source>there is no figure preset &apos;%1&apos;; use one of %2</source>
        <translation>es gibt keine Abbildungsvorlage „%1“; zur Wahl stehen %2</translation>
    </message>
    <message>
        <source>there is no number to draw; check that the run recorded any metrics</source>
        <translation>es gibt keine Zahl zu zeichnen; hat der Lauf Metriken aufgezeichnet?</translation>
    </message>
    <message>
        <source>The trace file does not exist; set load.trace to one.</source>
        <translation>Die Datei der Aufzeichnung gibt es nicht; load.trace muss eine nennen.</translation>
    </message>
    <message>
        <source>This is a directory; set load.trace to a file in it.</source>
        <translation>Das ist ein Ordner; load.trace muss eine Datei darin nennen.</translation>
    </message>
    <message>
        <source>The trace file cannot be read; check its permissions.</source>
        <translation>Die Datei der Aufzeichnung kann nicht gelesen werden; bitte ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>The trace has no values; it needs at least one line of data.</source>
        <translation>Die Aufzeichnung hat keine Werte; nötig ist mindestens eine Zeile mit Daten.</translation>
    </message>
    <message>
        <source>The %1 part of the trace is empty; give it a larger share.</source>
        <translation>Der Teil %1 der Aufzeichnung ist leer; er braucht einen größeren Anteil.</translation>
    </message>
    <message>
        <source>The trace&apos;s part lasts %1 s, the episode %2 s; shorten environment.episode_duration or use a longer trace.</source>
        <translation>Der Teil der Aufzeichnung dauert %1 s, die Episode %2 s; environment.episode_duration verkürzen oder eine längere Aufzeichnung benutzen.</translation>
    </message>
    <message>
        <source>Unknown load pattern &quot;%1&quot;; use ramp, spike, periodic, random, constant, day or trace.</source>
        <translation>Unbekanntes Lastmuster „%1“; möglich sind ramp, spike, periodic, random, constant, day und trace.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; cannot be resolved. Check the address, and this machine&apos;s DNS.</source>
        <translation>Der Name „%1“ kann nicht aufgelöst werden. Bitte die Adresse und das DNS dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>Nothing listens there. Check address and port, and that the service runs.</source>
        <translation>Dort antwortet nichts. Bitte Adresse und Port prüfen, und ob der Dienst läuft.</translation>
    </message>
    <message>
        <source>The network does not reach this address. Check route, VPN and firewall.</source>
        <translation>Das Netz erreicht diese Adresse nicht. Bitte Route, VPN und Firewall prüfen.</translation>
    </message>
    <message>
        <source>The connection timed out. Check route, VPN and firewall.</source>
        <translation>Die Verbindung kam nicht rechtzeitig zustande. Bitte Route, VPN und Firewall prüfen.</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete. Try again; check its log if it stays so.</source>
        <translation>Der Server schloss die Verbindung, bevor seine Antwort vollständig war. Noch einmal versuchen; bleibt es so, sein Log prüfen.</translation>
    </message>
    <message>
        <source>The answer cannot be understood as HTTP. Check the port, and http against https.</source>
        <translation>Die Antwort ist kein verständliches HTTP. Bitte den Port prüfen, und ob http oder https gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 does not accept the credential (401). Check token, or user and password.%2</source>
        <translation>%1 nimmt die Anmeldung nicht an (401). Bitte Token oder Benutzer und Passwort prüfen.%2</translation>
    </message>
    <message>
        <source>%1 refuses the request (403). Give the account the right, or use another one.%2</source>
        <translation>%1 verweigert die Anfrage (403). Dem Konto das Recht geben oder ein anderes benutzen.%2</translation>
    </message>
    <message>
        <source>%1 does not know this path (404). Check the address and its path.%2</source>
        <translation>%1 kennt diesen Pfad nicht (404). Bitte die Adresse und ihren Pfad prüfen.%2</translation>
    </message>
    <message>
        <source>%1 has too many requests (429). Ask less often.%2</source>
        <translation>%1 hat zu viele Anfragen (429). Seltener fragen.%2</translation>
    </message>
    <message>
        <source>%1 has a fault of its own (%2). Try again; check its log.%3</source>
        <translation>%1 hat selbst einen Fehler (%2). Noch einmal versuchen; sein Log prüfen.%3</translation>
    </message>
    <message>
        <source> It said: %1</source>
        <translation> Die Antwort: %1</translation>
    </message>
    <message>
        <source>the %1 %2 scales %3; two controllers would fight. Delete it, or observe only</source>
        <translation>%1 %2 skaliert %3; zwei Regler würden gegeneinander arbeiten. Das Objekt löschen oder nur beobachten</translation>
    </message>
    <message>
        <source>%1 has %2 replicas and not %3: somebody else has changed it</source>
        <translation>%1 hat %2 Replikate statt %3: jemand anderes hat das geändert</translation>
    </message>
    <message>
        <source>mode %1 needs a model or a policy to decide</source>
        <translation>der Modus %1 braucht ein Modell oder eine Strategie, um zu entscheiden</translation>
    </message>
    <message>
        <source>the name %1 cannot be resolved</source>
        <translation>der Name %1 kann nicht aufgelöst werden</translation>
    </message>
    <message>
        <source>nothing listens on %1</source>
        <translation>auf %1 antwortet nichts</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 accepts connections</source>
        <translation>%1 nimmt Verbindungen an</translation>
    </message>
    <message>
        <source>may observe; may not control: %1</source>
        <translation>darf beobachten; darf nicht steuern: %1</translation>
    </message>
    <message>
        <source>%1 may not %2</source>
        <translation>%1 hat kein Recht: %2</translation>
    </message>
    <message>
        <source>certificate valid until %1</source>
        <translation>Zertifikat gültig bis %1</translation>
    </message>
    <message>
        <source>the server&apos;s certificate ended on %1</source>
        <translation>das Zertifikat des Servers lief am %1 ab</translation>
    </message>
    <message>
        <source>the query is wrong: %1</source>
        <translation>die Abfrage ist falsch: %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>Zustand %1</translation>
    </message>
    <message>
        <source>%1 users, %2 req/s</source>
        <translation>%1 Benutzer, %2 req/s</translation>
    </message>
    <message>
        <source>Prometheus has no metric %1: what serves it must run, and Prometheus must scrape it</source>
        <translation>Prometheus hat keine Metrik %1: Was sie liefert, muss laufen, und Prometheus muss es abfragen</translation>
    </message>
    <message>
        <source>Prometheus has no metric %1: %2 serves it, must run, and Prometheus must scrape it</source>
        <translation>Prometheus hat keine Metrik %1: %2 liefert sie, muss laufen und von Prometheus abgefragt werden</translation>
    </message>
    <message>
        <source>Prometheus has no metric %1, but others of %2: its version names this one otherwise, or a filter leaves it out</source>
        <translation>Prometheus hat keine Metrik %1, aber andere von %2: Dessen Version nennt diese anders, oder ein Filter lässt sie weg</translation>
    </message>
    <message>
        <source>similar names there: %1</source>
        <translation>ähnliche Namen dort: %1</translation>
    </message>
    <message>
        <source>Prometheus has %1, but none of its series has %2</source>
        <translation>Prometheus hat %1, aber keine seiner Reihen hat %2</translation>
    </message>
    <message>
        <source>Prometheus has %1, but none of its series fits %2</source>
        <translation>Prometheus hat %1, aber keine seiner Reihen passt zu %2</translation>
    </message>
    <message>
        <source>they have no label %1</source>
        <translation>sie haben kein Label %1</translation>
    </message>
    <message>
        <source>values of %1 there: %2</source>
        <translation>Werte von %1 dort: %2</translation>
    </message>
    <message>
        <source>the query gives %1 series where one is needed: aggregate it, as with sum(...)</source>
        <translation>die Abfrage liefert %1 Reihen, wo eine gebraucht wird: zusammenfassen, etwa mit sum(...)</translation>
    </message>
    <message>
        <source>the last sample is %1 s old, more than the limit of %2 s</source>
        <translation>der letzte Messwert ist %1 s alt, mehr als die Grenze von %2 s</translation>
    </message>
    <message>
        <source>%1 %2/%3 ready</source>
        <translation>%1: %2/%3 bereit</translation>
    </message>
    <message>
        <source>the replicas of %1 are not known</source>
        <translation>die Replikate von %1 sind nicht bekannt</translation>
    </message>
    <message>
        <source>%1 wants %2, and its controller has not said yet how many are ready</source>
        <translation>%1 soll %2 haben, und sein Controller hat noch nicht gesagt, wie viele bereit sind</translation>
    </message>
    <message>
        <source>no pod of %1 is ready</source>
        <translation>kein Pod von %1 ist bereit</translation>
    </message>
    <message>
        <source>it measures %1 pods</source>
        <translation>er misst %1 Pods</translation>
    </message>
    <message>
        <source>%1 has %2 replicas, outside environment.min_replicas and max_replicas (%3 to %4)</source>
        <translation>%1 hat %2 Replikate, außerhalb von environment.min_replicas und max_replicas (%3 bis %4)</translation>
    </message>
    <message>
        <source>they do not start, or their readiness probe does not succeed</source>
        <translation>sie starten nicht, oder ihre Bereitschaftsprüfung gelingt nicht</translation>
    </message>
    <message>
        <source>another Trimtab controls these Deployments; control is refused</source>
        <translation>ein anderes Trimtab steuert diese Deployments; Steuern wird verweigert</translation>
    </message>
    <message>
        <source>metrics-server is not installed, or its pod does not run</source>
        <translation>metrics-server ist nicht installiert, oder sein Pod läuft nicht</translation>
    </message>
    <message>
        <source>it knows no pod of this namespace</source>
        <translation>er kennt keinen Pod dieses Namensraums</translation>
    </message>
    <message>
        <source>no pod runs there, or it has not measured them yet</source>
        <translation>dort läuft kein Pod, oder er hat sie noch nicht gemessen</translation>
    </message>
    <message>
        <source>every series that it reads is there: check the window of rate(...), which must hold two samples, and the labels of its two sides</source>
        <translation>jede Reihe, die sie liest, ist da: das Fenster von rate(...) prüfen, das zwei Messwerte enthalten muss, und die Labels ihrer beiden Seiten</translation>
    </message>
    <message>
        <source>There is no kubeconfig: KUBECONFIG is not set, %1 does not exist, and this does not run within a pod. Put the cluster&apos;s kubeconfig there, or name its file in KUBECONFIG or in cluster.kubeconfig.</source>
        <translation>Es gibt keine kubeconfig: KUBECONFIG ist nicht gesetzt, %1 gibt es nicht, und dies läuft nicht in einem Pod. Die kubeconfig des Clusters dort ablegen, oder ihre Datei in KUBECONFIG oder in cluster.kubeconfig nennen.</translation>
    </message>
    <message>
        <source>There is no kubeconfig: KUBECONFIG names %1, which does not exist, and this does not run within a pod. Put the cluster&apos;s kubeconfig there, or name its file in KUBECONFIG or in cluster.kubeconfig.</source>
        <translation>Es gibt keine kubeconfig: KUBECONFIG nennt %1, was es nicht gibt, und dies läuft nicht in einem Pod. Die kubeconfig des Clusters dort ablegen, oder ihre Datei in KUBECONFIG oder in cluster.kubeconfig nennen.</translation>
    </message>
    <message>
        <source>There is no kubeconfig: %1 names no cluster, and this does not run within a pod. Put the cluster&apos;s kubeconfig there, or name its file in KUBECONFIG or in cluster.kubeconfig.</source>
        <translation>Es gibt keine kubeconfig: %1 nennt keinen Cluster, und dies läuft nicht in einem Pod. Die kubeconfig des Clusters dort ablegen, oder ihre Datei in KUBECONFIG oder in cluster.kubeconfig nennen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds the Lease and renews it. Stop that Trimtab first; only one may control.</source>
        <translation>&apos;%1&apos; hält die Lease und erneuert sie. Erst jenes Trimtab anhalten; nur eines darf steuern.</translation>
    </message>
    <message>
        <source>waiting for the Lease, which %1 holds: at most %2 s, in case it has died</source>
        <translation>warten auf die Lease, die %1 hält: höchstens %2 s, falls jenes Trimtab beendet wurde</translation>
    </message>
    <message>
        <source>the Lease was lost: %1</source>
        <translation>die Lease ging verloren: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; took it</source>
        <translation>„%1“ hat sie genommen</translation>
    </message>
    <message>
        <source>somebody took it away</source>
        <translation>jemand hat sie weggenommen</translation>
    </message>
    <message>
        <source>somebody else changed %1</source>
        <translation>jemand anderes hat %1 geändert</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>%1 steps, %2 episodes, %3 steps/s</source>
        <translation>%1 Schritte, %2 Episoden, %3 Schritte/s</translation>
    </message>
    <message>
        <source>episode %1 of %2</source>
        <translation>Episode %1 von %2</translation>
    </message>
    <message>
        <source>preparing %1</source>
        <translation>%1 wird vorbereitet</translation>
    </message>
    <message>
        <source>measuring the baselines</source>
        <translation>die Vergleichsstrategien werden gemessen</translation>
    </message>
    <message>
        <source>%1 GB available</source>
        <translation>%1 GB verfügbar</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>bounds</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>the Lease %1 is held by %2</source>
        <translation>die Lease %1 wird von %2 gehalten</translation>
    </message>
    <message>
        <source>the query gives a text</source>
        <translation>die Abfrage liefert einen Text</translation>
    </message>
    <message>
        <source>the query has an empty result: no such series now</source>
        <translation>die Abfrage hat ein leeres Ergebnis: zurzeit keine solche Reihe</translation>
    </message>
    <message>
        <source>the value is not a number (no traffic, or a division by zero)</source>
        <translation>der Wert ist keine Zahl (kein Verkehr, oder eine Division durch null)</translation>
    </message>
    <message>
        <source>LibTorch uses the reference BLAS</source>
        <translation>LibTorch nutzt die Referenz-BLAS</translation>
    </message>
    <message>
        <source>OpenBLAS is not installed: what LibTorch computes on the processor is many times slower</source>
        <translation>OpenBLAS ist nicht installiert: was LibTorch auf dem Prozessor rechnet, ist um ein Vielfaches langsamer</translation>
    </message>
    <message>
        <source>agent.device is cuda, and this LibTorch sees no CUDA device</source>
        <translation>agent.device ist cuda, und dieses LibTorch sieht kein CUDA-Gerät</translation>
    </message>
    <message>
        <source>it was built without CUDA, or no device is visible to this process</source>
        <translation>es wurde ohne CUDA gebaut, oder kein Gerät ist für diesen Prozess sichtbar</translation>
    </message>
    <message>
        <source>this LibTorch sees no CUDA device; training takes the CPU</source>
        <translation>dieses LibTorch sieht kein CUDA-Gerät; Training nimmt den Prozessor</translation>
    </message>
    <message>
        <source>CUDA is available; agent.device cpu takes the CPU</source>
        <translation>CUDA ist verfügbar; agent.device cpu nimmt den Prozessor</translation>
    </message>
    <message>
        <source>CUDA is available, and training takes it</source>
        <translation>CUDA ist verfügbar, und Training nimmt es</translation>
    </message>
    <message>
        <source>not known on this system; a run needs less than 600 MB</source>
        <translation>auf diesem System nicht bekannt; ein Lauf braucht weniger als 600 MB</translation>
    </message>
    <message>
        <source>a run may need 600 MB, and compiling 1.1 GB a LibTorch source: the system ends what takes more than there is</source>
        <translation>ein Lauf kann 600 MB brauchen, und Übersetzen 1,1 GB je LibTorch-Quelle: Das System beendet, was mehr nimmt, als da ist</translation>
    </message>
    <message>
        <source>control is paused: %1</source>
        <translation>Die Steuerung pausiert: %1</translation>
    </message>
    <message>
        <source>control goes on</source>
        <translation>Die Steuerung geht weiter</translation>
    </message>
    <message>
        <source>mode stays %1: %2</source>
        <translation>Der Modus bleibt %1: %2</translation>
    </message>
    <message>
        <source>mode %1</source>
        <translation>Modus %1</translation>
    </message>
    <message>
        <source>there is no policy to act</source>
        <translation>es gibt keine Strategie, die handeln könnte</translation>
    </message>
    <message>
        <source>a manual action needs mode confirm or auto</source>
        <translation>Eine Handlung von Hand braucht den Modus confirm oder auto</translation>
    </message>
    <message>
        <source>a change was not made: %1</source>
        <translation>Eine Änderung wurde nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>the load could not be stopped: %1</source>
        <translation>Die Last konnte nicht angehalten werden: %1</translation>
    </message>
    <message>
        <source>restored: %1 (left alone: %2)</source>
        <translation>wiederhergestellt: %1 (so gelassen: %2)</translation>
    </message>
    <message>
        <source>restored: %1</source>
        <translation>wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>%1 has its %2</source>
        <translation>%1 hat seine %2</translation>
    </message>
    <message>
        <source>%1 stays at %2, which somebody else set; it was %3</source>
        <translation>%1 bleibt bei %2, was jemand anderes gesetzt hat; es waren %3</translation>
    </message>
    <message>
        <source>a session of %1 ended without restoring the replicas; trimtab control --restore puts them back</source>
        <translation>Eine Sitzung von %1 endete, ohne die Replikate wiederherzustellen; trimtab control --restore stellt sie wieder her</translation>
    </message>
    <message>
        <source>%1 has the address %2</source>
        <translation>%1 hat die Adresse %2</translation>
    </message>
    <message>
        <source>LibTorch&apos;s part of Trimtab, lib/trimtab/libtrimtab_torch.so, is not installed beside the program; install the package trimtab again</source>
        <translation>Trimtabs Teil für LibTorch, lib/trimtab/libtrimtab_torch.so, ist nicht beim Programm installiert; das Paket trimtab neu installieren</translation>
    </message>
    <message>
        <source>LibTorch cannot be loaded: %1</source>
        <translation>LibTorch kann nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>%1 belongs to another version of Trimtab than %2; install both anew</source>
        <translation>%1 gehört zu einer anderen Version von Trimtab als %2; beide neu installieren</translation>
    </message>
    <message>
        <source>its library is missing, damaged, or of another version</source>
        <translation>seine Bibliothek fehlt, ist beschädigt oder gehört zu einer anderen Version</translation>
    </message>
</context>
<context>
    <name>DecisionLogModel</name>
    <message>
        <source>Shield: %1</source>
        <translation>Schutzschild: %1</translation>
    </message>
</context>
<context>
    <name>EpisodeTexts</name>
    <message>
        <source>prefers GPU</source>
        <translation>bevorzugt GPU</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>ausgeglichen</translation>
    </message>
    <message>
        <source>prefers CPU</source>
        <translation>bevorzugt CPU</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>A value is not allowed</source>
        <translation>Ein Wert ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Change the value that is named and try again.</source>
        <translation>Ändern Sie den genannten Wert und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A file cannot be understood</source>
        <translation>Eine Datei ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>Check that it is the file you meant and that it is whole.</source>
        <translation>Prüfen Sie, ob es die gemeinte Datei und ob sie vollständig ist.</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <source>Check the name and whether it has been moved or deleted.</source>
        <translation>Prüfen Sie den Namen, und ob es verschoben oder gelöscht wurde.</translation>
    </message>
    <message>
        <source>This is not possible here</source>
        <translation>Das ist hier nicht möglich</translation>
    </message>
    <message>
        <source>See the message for what would be needed.</source>
        <translation>Die Meldung nennt, was dafür nötig wäre.</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Lesen oder Schreiben ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Check the free space and your rights in that folder.</source>
        <translation>Prüfen Sie den freien Platz und Ihre Rechte in diesem Ordner.</translation>
    </message>
    <message>
        <source>The numbers ran away</source>
        <translation>Die Zahlen sind davongelaufen</translation>
    </message>
    <message>
        <source>The last good checkpoint is kept; try a lower learning rate.</source>
        <translation>Der letzte gute Checkpoint bleibt erhalten; versuchen Sie eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>A service cannot be reached</source>
        <translation>Ein Dienst ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>Check the address and the connection, then try again.</source>
        <translation>Prüfen Sie Adresse und Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Access was refused</source>
        <translation>Der Zugriff wurde verweigert</translation>
    </message>
    <message>
        <source>Check the identity and the rights that it has been given.</source>
        <translation>Prüfen Sie die Identität und die Rechte, die sie hat.</translation>
    </message>
    <message>
        <source>Somebody else was faster</source>
        <translation>Jemand anderes war schneller</translation>
    </message>
    <message>
        <source>Load the present state and try again.</source>
        <translation>Laden Sie den jetzigen Stand und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>What was finished before is kept.</source>
        <translation>Was vorher fertig war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>A defect of the program</source>
        <translation>Ein Fehler des Programms</translation>
    </message>
    <message>
        <source>Please report it with the log.</source>
        <translation>Bitte melden Sie ihn mit dem Protokoll.</translation>
    </message>
</context>
<context>
    <name>NumberTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>PlayTexts</name>
    <message>
        <source>Observation</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Latency improvement</source>
        <translation>Latenzverbesserung</translation>
    </message>
    <message>
        <source>Throughput improvement</source>
        <translation>Durchsatzverbesserung</translation>
    </message>
    <message>
        <source>Resource efficiency</source>
        <translation>Ressourceneffizienz</translation>
    </message>
    <message>
        <source>Stability bonus</source>
        <translation>Stabilitätsbonus</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Dieser Schritt</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Trägt bei</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Episode</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Would set</source>
        <translation>Würde setzen</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>(ceiling)</source>
        <translation>(Obergrenze)</translation>
    </message>
    <message>
        <source>The episode is over.</source>
        <translation>Die Episode ist zu Ende.</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Überlegt …</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>SLO viol. (%)</source>
        <translation>SLO verl. (%)</translation>
    </message>
    <message>
        <source>Served (%)</source>
        <translation>Bedient (%)</translation>
    </message>
    <message>
        <source>Cost (USD)</source>
        <translation>Kosten (USD)</translation>
    </message>
    <message>
        <source>Scalings</source>
        <translation>Skalierungen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>PreflightTexts</name>
    <message>
        <source>Width of the page</source>
        <translation>Breite der Seite</translation>
    </message>
    <message>
        <source>%1 pt, the preset has %2 pt</source>
        <translation>%1 pt, die Vorgabe hat %2 pt</translation>
    </message>
    <message>
        <source>Text of 8 pt or more</source>
        <translation>Text von 8 pt oder mehr</translation>
    </message>
    <message>
        <source>%1 pt at final size</source>
        <translation>%1 pt in Endgröße</translation>
    </message>
    <message>
        <source>Fonts embedded, none of Type 3</source>
        <translation>Schriften eingebettet, keine vom Typ 3</translation>
    </message>
    <message>
        <source>a font is of Type 3</source>
        <translation>eine Schrift ist vom Typ 3</translation>
    </message>
    <message>
        <source>font files in the PDF: %1</source>
        <translation>Schriftdateien im PDF: %1</translation>
    </message>
    <message>
        <source>a font is not embedded</source>
        <translation>eine Schrift ist nicht eingebettet</translation>
    </message>
    <message>
        <source>Series told apart in grey</source>
        <translation>Reihen in Grau unterscheidbar</translation>
    </message>
    <message>
        <source>%1 and %2 look the same</source>
        <translation>%1 und %2 sehen gleich aus</translation>
    </message>
    <message>
        <source>by dash, marker, hatching or lightness</source>
        <translation>durch Strichelung, Marke, Schraffur oder Helligkeit</translation>
    </message>
    <message>
        <source>Nothing outside of the plot</source>
        <translation>Nichts außerhalb der Zeichenfläche</translation>
    </message>
    <message>
        <source>every value is inside</source>
        <translation>jeder Wert liegt innerhalb</translation>
    </message>
    <message>
        <source>600 dpi where it is a picture</source>
        <translation>600 dpi, wo es ein Bild ist</translation>
    </message>
    <message>
        <source>PNG at %1 dpi; PDF, SVG and TikZ are vectors</source>
        <translation>PNG mit %1 dpi; PDF, SVG und TikZ sind Vektoren</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>RecentRunTexts</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>best return %1</source>
        <translation>bester Return %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sweep, %1 of %n run(s) finished</source>
        <translation>
            <numerusform>Sweep, %1 von %n Lauf beendet</numerusform>
            <numerusform>Sweep, %1 von %n Läufen beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RewardFormulaTexts</name>
    <message>
        <source>reward = %1</source>
        <translation>Belohnung = %1</translation>
    </message>
    <message>
        <source>reward = %1, less 0.5 above 90 % CPU; the original project&apos;s form, which pays the most replicas most of all</source>
        <translation>Belohnung = %1, abzüglich 0,5 über 90 % CPU; die Form des ursprünglichen Projekts, die die meisten Replikate am höchsten belohnt</translation>
    </message>
    <message>
        <source>reward = %1; the original project&apos;s second form, with the best baseline of each pattern</source>
        <translation>Belohnung = %1; die zweite Form des ursprünglichen Projekts, mit dem besten Vergleichsverfahren jedes Musters</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings in %1 could not be understood; the window begins with fresh ones.</source>
        <translation>Die Einstellungen in %1 waren nicht zu verstehen; das Fenster beginnt mit neuen.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Make its folder writable, or name another file with --settings.</source>
        <translation>%1 kann nicht geschrieben werden. Machen Sie den Ordner beschreibbar, oder nennen Sie mit --settings eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>There is a problem with the settings</source>
        <translation>Es gibt ein Problem mit den Einstellungen</translation>
    </message>
    <message>
        <source>A configuration was not saved</source>
        <translation>Eine Konfiguration wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>It was being edited when the window went away.</source>
        <translation>Sie wurde bearbeitet, als das Fenster verschwand.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Fi&amp;gure</source>
        <translation>Abbild&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartBoard</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTable</name>
    <message>
        <source>Numbers of %1</source>
        <translation>Zahlen zu %1</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>The chart has no data yet.</source>
        <translation>Das Diagramm hat noch keine Daten.</translation>
    </message>
    <message>
        <source> A row is the mean of up to %1 points.</source>
        <translation> Eine Zeile ist das Mittel von bis zu %1 Punkten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s).</source>
        <translation>
            <numerusform>%Ln Zeile.</numerusform>
            <numerusform>%Ln Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTableModel</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>episode</source>
        <translation>Episode</translation>
    </message>
    <message>
        <source>wall time (s)</source>
        <translation>Uhrzeit (s)</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTools</name>
    <message>
        <source>Hold the charts</source>
        <translation>Diagramme anhalten</translation>
    </message>
    <message>
        <source>Freezes the pictures; the run goes on and nothing is lost</source>
        <translation>Friert die Bilder ein; der Lauf geht weiter, und nichts geht verloren</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Also with the wheel, by dragging, or with +</source>
        <translation>Auch mit dem Mausrad, durch Ziehen oder mit +</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Also with the wheel, or with -</source>
        <translation>Auch mit dem Mausrad oder mit -</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Also by dragging with Shift, or with the arrow keys</source>
        <translation>Auch durch Ziehen mit Umschalt oder mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Ends zoom and pan; also with a double click, or with 0</source>
        <translation>Beendet Zoom und Verschieben; auch mit Doppelklick oder mit 0</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Of the chart that was clicked last</source>
        <translation>Des zuletzt angeklickten Diagramms</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>The numbers behind the chart that was clicked last</source>
        <translation>Die Zahlen hinter dem zuletzt angeklickten Diagramm</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Of the chart that was clicked last, to the clipboard</source>
        <translation>Des zuletzt angeklickten Diagramms, in die Zwischenablage</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Thick lines are an exponential moving average, weight %1 for the past, without the bias towards zero at the start; raw values stand pale behind them</source>
        <translation>Dicke Linien sind ein exponentiell gleitendes Mittel mit Gewicht %1 für die Vergangenheit, ohne die Verzerrung gegen null am Anfang; rohe Werte stehen blass dahinter</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>ganzer Lauf</translation>
    </message>
    <message>
        <source>last %1 steps</source>
        <translation>letzte %1 Schritte</translation>
    </message>
    <message>
        <source>last %1 episodes</source>
        <translation>letzte %1 Episoden</translation>
    </message>
    <message>
        <source>last %1 s</source>
        <translation>letzte %1 s</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>What the x axis counts</source>
        <translation>Was die x-Achse zählt</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>nach Schritt</translation>
    </message>
    <message>
        <source>by episode</source>
        <translation>nach Episode</translation>
    </message>
    <message>
        <source>by wall time</source>
        <translation>nach Uhrzeit</translation>
    </message>
    <message>
        <source>How much of the run is shown</source>
        <translation>Wie viel vom Lauf gezeigt wird</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln point(s)</source>
        <translation>
            <numerusform>etwa %Ln Punkt</numerusform>
            <numerusform>etwa %Ln Punkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartsPanel</name>
    <message>
        <source>No run is shown: none has been started, and none was opened.</source>
        <translation>Es wird kein Lauf gezeigt: Keiner wurde gestartet, und keiner wurde geöffnet.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Waiting for the first values ...</source>
        <translation>Wartet auf die ersten Werte ...</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CheckpointPanel</name>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>normaliser</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>%1 values (extended)</source>
        <translation>%1 Werte (erweitert)</translation>
    </message>
    <message>
        <source>%1 values, which the workbench&apos;s cluster does not give</source>
        <translation>%1 Werte, die der Cluster der Workbench nicht liefert</translation>
    </message>
    <message>
        <source>No checkpoint is open. Drop a .pt file here, or choose one.</source>
        <translation>Kein Checkpoint ist offen. Ziehen Sie eine .pt-Datei hierher, oder wählen Sie eine.</translation>
    </message>
    <message>
        <source>Tensors of the checkpoint</source>
        <translation>Tensoren des Checkpoints</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>Checkpoint öffnen…</translation>
    </message>
    <message>
        <source>Open checkpoint</source>
        <translation>Checkpoint öffnen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>One episode of it, step by step</source>
        <translation>Eine Episode davon, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Scores it on the test episodes</source>
        <translation>Bewertet ihn auf den Testepisoden</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Compares it with baselines</source>
        <translation>Vergleicht ihn mit Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Its configuration</source>
        <translation>Seine Konfiguration</translation>
    </message>
    <message>
        <source>Opens its configuration in the experiment editor</source>
        <translation>Öffnet seine Konfiguration im Experiment-Editor</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Opens another checkpoint</source>
        <translation>Öffnet einen anderen Checkpoint</translation>
    </message>
    <message>
        <source>Provenance of the checkpoint</source>
        <translation>Herkunft des Checkpoints</translation>
    </message>
    <message>
        <source>Open a checkpoint</source>
        <translation>Einen Checkpoint öffnen</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>Checkpoints (*.pt)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1, %2 parameters</source>
        <translation>%1, %2 Parameter</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Training can be resumed from it</source>
        <translation>Das Training kann davon fortgesetzt werden</translation>
    </message>
    <message>
        <source>Weights only</source>
        <translation>Nur Gewichte</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Training seed</source>
        <translation>Trainings-Seed</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of %1</source>
        <translation>
            <numerusform>%n Schicht mit %1</numerusform>
            <numerusform>%n Schichten mit %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ClusterMode</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Nothing is connected. Fill in the connection and press Connect.</source>
        <translation>Nichts ist verbunden. Füllen Sie die Verbindung aus, und drücken Sie „Verbinden“.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>No decision yet. Choose a policy, connect, and switch to Shadow: it decides and changes nothing.</source>
        <translation>Noch keine Entscheidung. Wählen Sie eine Strategie, verbinden Sie, und schalten Sie auf „Schatten“: Es wird entschieden und nichts geändert.</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Stop and &amp;restore</source>
        <translation>Anhalten und &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Ends the session on the cluster and puts the original replicas back</source>
        <translation>Beendet die Sitzung auf dem Cluster und setzt die ursprünglichen Replikate zurück</translation>
    </message>
    <message>
        <source>Holds the replicas; the cluster is still watched</source>
        <translation>Hält die Replikate; der Cluster wird weiter beobachtet</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Pause control or go on</source>
        <translation>Steuerung &amp;anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connects to the cluster that is set up in Cluster; nothing is changed</source>
        <translation>Verbindet mit dem Cluster, der unter Cluster eingerichtet ist; nichts wird verändert</translation>
    </message>
    <message>
        <source>&amp;Examine the connections</source>
        <translation>Verbindungen &amp;untersuchen</translation>
    </message>
    <message>
        <source>Finds out which step of a connection fails, and why</source>
        <translation>Findet heraus, welcher Schritt einer Verbindung scheitert und warum</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modus: %1</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Untersuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made</source>
        <translation>
            <numerusform>%n Änderung ausgeführt</numerusform>
            <numerusform>%n Änderungen ausgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>the original replicas are back</source>
        <translation>die ursprünglichen Replikate sind zurück</translation>
    </message>
    <message>
        <source>recorded in %1</source>
        <translation>aufgezeichnet in %1</translation>
    </message>
    <message>
        <source>The session has ended</source>
        <translation>Die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Not everything was put back</source>
        <translation>Nicht alles wurde zurückgesetzt</translation>
    </message>
    <message>
        <source>Save a &amp;report …</source>
        <translation>&amp;Bericht sichern …</translation>
    </message>
    <message>
        <source>A file to send with a problem: findings, configuration, log and the newest session, no secrets</source>
        <translation>Eine Datei, die man mit einem Problem verschickt: Befunde, Konfiguration, Protokoll und die neueste Sitzung, keine Geheimnisse</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Bericht sichern</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>ZIP-Dateien (*.zip)</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ClusterSession</name>
    <message>
        <source>The events of Kubernetes are not shown, only pods and what the session does: the rights to list and watch &quot;events&quot; are not in the Role.</source>
        <translation>Die Ereignisse von Kubernetes werden nicht gezeigt, nur Pods und was die Sitzung tut: Die Rechte list und watch auf „events“ fehlen in der Role.</translation>
    </message>
    <message>
        <source>The events of Kubernetes cannot be read: %1</source>
        <translation>Die Ereignisse von Kubernetes sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ClusterTimeline</name>
    <message>
        <source>Events of Kubernetes</source>
        <translation>Ereignisse von Kubernetes</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CommandLineBox</name>
    <message>
        <source>Command line that does the same</source>
        <translation>Befehlszeile, die dasselbe tut</translation>
    </message>
    <message>
        <source>Does the same in a terminal</source>
        <translation>Tut dasselbe in einem Terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>Befehlszeile kopieren</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Geben Sie ein, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CompareMode</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Configuration differences</source>
        <translation>Unterschiede der Konfiguration</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>&amp;New comparison</source>
        <translation>&amp;Neuer Vergleich</translation>
    </message>
    <message>
        <source>Compares models with baselines on the same episodes</source>
        <translation>Vergleicht Modelle mit Vergleichsverfahren auf denselben Episoden</translation>
    </message>
    <message>
        <source>Open &amp;sample results</source>
        <translation>&amp;Beispielergebnisse öffnen</translation>
    </message>
    <message>
        <source>A small training and its comparison that come with the program</source>
        <translation>Ein kleines Training und sein Vergleich, die dem Programm beiliegen</translation>
    </message>
    <message>
        <source>&amp;Export figures and reports…</source>
        <translation>Abbildungen und Berichte &amp;exportieren…</translation>
    </message>
    <message>
        <source>At the width of a journal&apos;s column, with a preview</source>
        <translation>In der Breite einer Zeitschriftenspalte, mit Vorschau</translation>
    </message>
    <message>
        <source>The sample results</source>
        <translation>Die Beispielergebnisse</translation>
    </message>
    <message>
        <source>They were not installed with the program.</source>
        <translation>Sie wurden nicht mit dem Programm installiert.</translation>
    </message>
    <message>
        <source>Waiting for the run before it.</source>
        <translation>Wartet auf den Lauf davor.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ComparisonForm</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the models with the chosen policies</source>
        <translation>Modelle mit den gewählten Strategien vergleichen</translation>
    </message>
    <message>
        <source>Evaluate only</source>
        <translation>Nur bewerten</translation>
    </message>
    <message>
        <source>Score the models and policies without comparing them</source>
        <translation>Modelle und Strategien bewerten, ohne sie zu vergleichen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models to compare; several count as training seeds of one agent</source>
        <translation>Zu vergleichende Modelle; mehrere zählen als Trainings-Seeds eines Agenten</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Add a checkpoint</source>
        <translation>Einen Checkpoint hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected models</source>
        <translation>Gewählte Modelle entfernen</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or select trainings under Runs. Several models count as training seeds of one agent.</source>
        <translation>Ziehen Sie Checkpoints hierher, oder wählen Sie Trainings unter „Läufe“. Mehrere Modelle zählen als Trainings-Seeds eines Agenten.</translation>
    </message>
    <message>
        <source>Add checkpoints</source>
        <translation>Checkpoints hinzufügen</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>Checkpoints (*.pt)</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Baselines and other policies</source>
        <translation>Vergleichsverfahren und andere Strategien</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Episoden</translation>
    </message>
    <message>
        <source>Load patterns</source>
        <translation>Lastmuster</translation>
    </message>
    <message>
        <source>Episodes a load pattern</source>
        <translation>Episoden je Lastmuster</translation>
    </message>
    <message>
        <source>Expected improvements</source>
        <translation>Erwartete Verbesserungen</translation>
    </message>
    <message>
        <source>Also judge the expected improvements in profile published</source>
        <translation>Auch die erwarteten Verbesserungen in Profil published beurteilen</translation>
    </message>
    <message>
        <source> a pattern</source>
        <translation> je Muster</translation>
    </message>
    <message>
        <source>Choose at least one load pattern</source>
        <translation>Wählen Sie mindestens ein Lastmuster</translation>
    </message>
    <message>
        <source>Choose at least one model or policy</source>
        <translation>Wählen Sie mindestens ein Modell oder eine Strategie</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ComparisonPanel</name>
    <message>
        <source>No comparison is open. Open one from the list of runs, or compare a model with baselines.</source>
        <translation>Kein Vergleich ist offen. Öffnen Sie einen aus der Liste der Läufe, oder vergleichen Sie ein Modell mit Vergleichsverfahren.</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Open comparison</source>
        <translation>Vergleich öffnen</translation>
    </message>
    <message>
        <source>Result of the comparison</source>
        <translation>Ergebnis des Vergleichs</translation>
    </message>
    <message>
        <source>Metric of the differences</source>
        <translation>Metrik der Differenzen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export the figures and the report</source>
        <translation>Abbildungen und Bericht exportieren</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>By pattern</source>
        <translation>Nach Muster</translation>
    </message>
    <message>
        <source>Expected improvements</source>
        <translation>Erwartete Verbesserungen</translation>
    </message>
    <message>
        <source>Equal cost</source>
        <translation>Gleiche Kosten</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>There is no pair of policies to compare.</source>
        <translation>Es gibt kein Paar von Strategien zum Vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) a pattern</source>
        <translation>
            <numerusform>%n Episode je Muster</numerusform>
            <numerusform>%n Episoden je Muster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ConfigField</name>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;It is %3.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Erlaubt: %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 It is %2.</source>
        <translation>%1 Erlaubt: %2.</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>%1 auf die Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>Choose a file for %1</source>
        <translation>Eine Datei für %1 wählen</translation>
    </message>
    <message>
        <source>Traces (*.csv *.json *.log *.txt);;All files (*)</source>
        <translation>Aufzeichnungen (*.csv *.json *.log *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt);;All files (*)</source>
        <translation>Checkpoints (*.pt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>Zurück zur Vorgabe: %1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ConfigSectionBox</name>
    <message>
        <source>Section %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s) from the default</source>
        <translation>
            <numerusform>%n weicht von der Vorgabe ab</numerusform>
            <numerusform>%n weichen von der Vorgabe ab</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ConnectPanel</name>
    <message>
        <source>Drive Locust along the load pattern</source>
        <translation>Locust entlang des Lastmusters steuern</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Stop and restore</source>
        <translation>Anhalten und zurücksetzen</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Choose a configuration file</source>
        <translation>Konfigurationsdatei wählen</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>Kubeconfig</translation>
    </message>
    <message>
        <source>as kubectl finds it</source>
        <translation>wie kubectl sie findet</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>der aktuelle</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>GPU Deployment</source>
        <translation>GPU-Deployment</translation>
    </message>
    <message>
        <source>CPU Deployment</source>
        <translation>CPU-Deployment</translation>
    </message>
    <message>
        <source>Prometheus</source>
        <translation>Prometheus</translation>
    </message>
    <message>
        <source>Locust</source>
        <translation>Locust</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>none, watch only</source>
        <translation>keine, nur beobachten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>a checkpoint or run folder instead of a policy</source>
        <translation>ein Checkpoint oder Laufordner statt einer Strategie</translation>
    </message>
    <message>
        <source>Seconds between two decisions</source>
        <translation>Sekunden zwischen zwei Entscheidungen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json)</source>
        <translation>Konfigurationen (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Save ...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>Prometheus user</source>
        <translation>Prometheus-Nutzer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Locust user</source>
        <translation>Locust-Nutzer</translation>
    </message>
    <message>
        <source>Checks each connection step by step</source>
        <translation>Prüft jede Verbindung Schritt für Schritt</translation>
    </message>
    <message>
        <source>Writes these settings to a configuration file, without passwords and tokens</source>
        <translation>Schreibt diese Einstellungen in eine Konfigurationsdatei, ohne Passwörter und Token</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Checkpoint wählen</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt);;All files (*)</source>
        <translation>Checkpoints (*.pt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Konfiguration speichern</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml)</source>
        <translation>Konfigurationen (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ContrastPanel</name>
    <message>
        <source>Hyper-parameters that differ</source>
        <translation>Verschiedene Hyperparameter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Select two or more runs to see the configuration keys in which they differ.</source>
        <translation>Wählen Sie zwei oder mehr Läufe, um die Konfigurationsschlüssel zu sehen, in denen sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>The selected runs have the same configuration.</source>
        <translation>Die gewählten Läufe haben dieselbe Konfiguration.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ControlPanel</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and restore</source>
        <translation>Stoppen und wiederherstellen</translation>
    </message>
    <message>
        <source>State of the session</source>
        <translation>Zustand der Sitzung</translation>
    </message>
    <message>
        <source>Holds the replicas; the cluster is still watched</source>
        <translation>Hält die Replikate fest; der Cluster wird weiter beobachtet</translation>
    </message>
    <message>
        <source>Puts the original replicas back and ends the session (F12)</source>
        <translation>Setzt die ursprünglichen Replikate zurück und beendet die Sitzung (F12)</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>The change that waits</source>
        <translation>Die wartende Änderung</translation>
    </message>
    <message>
        <source>Yes, change it</source>
        <translation>Ja, ändern</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>GPU replicas</source>
        <translation>GPU-Replikate</translation>
    </message>
    <message>
        <source>CPU replicas</source>
        <translation>CPU-Replikate</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Has an effect where cluster.placement says how traffic is steered</source>
        <translation>Wirkt, wo cluster.placement sagt, wie der Verkehr gelenkt wird</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Sets these replicas, through the shield. Needs mode Confirm or Auto.</source>
        <translation>Setzt diese Replikate, durch den Schutzschild. Braucht den Modus Bestätigen oder Automatik.</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>No session. Connecting only watches; nothing is changed before Confirm or Auto is chosen.</source>
        <translation>Keine Sitzung. Verbinden beobachtet nur; nichts wird verändert, bevor Bestätigen oder Automatik gewählt ist.</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Strategie %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) held for want of data</source>
        <translation>
            <numerusform>%n Entscheidung mangels Daten zurückgehalten</numerusform>
            <numerusform>%n Entscheidungen mangels Daten zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>next step in %1</source>
        <translation>nächster Schritt in %1</translation>
    </message>
    <message>
        <source>Change %1 to %2?</source>
        <translation>%1 in %2 ändern?</translation>
    </message>
    <message>
        <source>Placement: %1</source>
        <translation>Platzierung: %1</translation>
    </message>
    <message>
        <source>Without an answer it is not made: %1 left.</source>
        <translation>Ohne Antwort wird sie nicht ausgeführt: noch %1.</translation>
    </message>
    <message>
        <source>Control is paused</source>
        <translation>Die Steuerung ist angehalten</translation>
    </message>
    <message>
        <source>Only watching is allowed</source>
        <translation>Nur Beobachten ist erlaubt</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Control waits</source>
        <translation>Die Steuerung wartet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CurvesPanel</name>
    <message>
        <source>Each run by itself</source>
        <translation>Jeden Lauf einzeln</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>Trainingskurven</translation>
    </message>
    <message>
        <source>No training is selected. Select one or several in the list of runs.</source>
        <translation>Kein Training ist gewählt. Wählen Sie eines oder mehrere in der Liste der Läufe.</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>Was die Kurven zeigen</translation>
    </message>
    <message>
        <source>Episode return</source>
        <translation>Return der Episode</translation>
    </message>
    <message>
        <source>Reward components</source>
        <translation>Komponenten der Belohnung</translation>
    </message>
    <message>
        <source>PPO diagnostics</source>
        <translation>PPO-Diagnose</translation>
    </message>
    <message>
        <source>Each run by itself instead of mean and band over seeds</source>
        <translation>Jeder Lauf einzeln statt Mittel und Band über Seeds</translation>
    </message>
    <message>
        <source>Smoothing: weight of the past</source>
        <translation>Glättung: Gewicht der Vergangenheit</translation>
    </message>
    <message>
        <source>Weight of the past, 0 to 0.99; the caption of the exported figure tells it</source>
        <translation>Gewicht der Vergangenheit, 0 bis 0,99; die Bildunterschrift der exportierten Abbildung nennt es</translation>
    </message>
    <message>
        <source>Smoothing 0.90</source>
        <translation>Glättung 0,90</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>Glättung %1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::DecisionLogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::DiagnosticsPanel</name>
    <message>
        <source>Policy loss</source>
        <translation>Strategieverlust</translation>
    </message>
    <message>
        <source>Value loss</source>
        <translation>Wertverlust</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Approximate KL</source>
        <translation>Genäherte KL</translation>
    </message>
    <message>
        <source>Clip fraction</source>
        <translation>Clip-Anteil</translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation>Erklärte Varianz</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::DoctorPanel</name>
    <message>
        <source>Examine again</source>
        <translation>Erneut untersuchen</translation>
    </message>
    <message>
        <source>Copy the remedy</source>
        <translation>Abhilfe kopieren</translation>
    </message>
    <message>
        <source>The connections have not been examined. Each is checked step by step, with the remedy for what fails.</source>
        <translation>Die Verbindungen wurden nicht untersucht. Jede wird Schritt für Schritt geprüft, mit der Abhilfe für das, was scheitert.</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Save a report …</source>
        <translation>Bericht sichern …</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Findings, configuration, versions, log and the newest session, without secrets, as a file to send</source>
        <translation>Befunde, Konfiguration, Versionen, Protokoll und die neueste Sitzung, ohne Geheimnisse, als Datei zum Verschicken</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>Bericht gesichert</translation>
    </message>
    <message>
        <source>%1. No secret is in it, but names and addresses are: look through it before you send it.</source>
        <translation>%1. Geheimnisse sind nicht darin, aber Namen und Adressen: vor dem Verschicken durchsehen.</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::EmptyState</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExperimentDocument</name>
    <message>
        <source>new experiment</source>
        <translation>neues Experiment</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExperimentForm</name>
    <message>
        <source>Configuration as a form</source>
        <translation>Konfiguration als Formular</translation>
    </message>
    <message>
        <source>No key matches. Clear the search, or show all keys.</source>
        <translation>Kein Schlüssel passt. Leeren Sie die Suche, oder zeigen Sie alle Schlüssel.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExperimentPanel</name>
    <message>
        <source>The field cannot change the text</source>
        <translation>Das Feld kann den Text nicht ändern</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Configurations that come with the program</source>
        <translation>Konfigurationen, die dem Programm beiliegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens a configuration file</source>
        <translation>Öffnet eine Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saves the configuration</source>
        <translation>Speichert die Konfiguration</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Saves under another name</source>
        <translation>Speichert unter einem anderen Namen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change back</source>
        <translation>Nimmt die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Does it again</source>
        <translation>Führt sie wieder aus</translation>
    </message>
    <message>
        <source>Open a configuration</source>
        <translation>Eine Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json);;All files (*)</source>
        <translation>Konfigurationen (*.yaml *.yml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>Show rarely used keys too</source>
        <translation>Auch selten gebrauchte Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Only changed</source>
        <translation>Nur geänderte</translation>
    </message>
    <message>
        <source>Show only what differs from the profile&apos;s default</source>
        <translation>Nur zeigen, was von der Vorgabe des Profils abweicht</translation>
    </message>
    <message>
        <source>&lt;a href=&quot;%1&quot; style=&quot;color:%2&quot;&gt;line %1&lt;/a&gt;: </source>
        <translation>&lt;a href=&quot;%1&quot; style=&quot;color:%2&quot;&gt;Zeile %1&lt;/a&gt;: </translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1 has unsaved changes</source>
        <translation>%1 hat ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>%1 replaces them.</source>
        <translation>%1 ersetzt sie.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Konfiguration speichern</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json)</source>
        <translation>Konfigurationen (*.yaml *.yml *.json)</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (und %n weiterer)</numerusform>
            <numerusform> (und %n weitere)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExportDialog</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Export %1 runs</source>
        <translation>%1 Läufe exportieren</translation>
    </message>
    <message>
        <source>Figures to export</source>
        <translation>Zu exportierende Abbildungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Choose all figures</source>
        <translation>Alle Abbildungen wählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choose no figure</source>
        <translation>Keine Abbildung wählen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Size of the figures</source>
        <translation>Größe der Abbildungen</translation>
    </message>
    <message>
        <source>IEEE, one column (252 pt)</source>
        <translation>IEEE, eine Spalte (252 pt)</translation>
    </message>
    <message>
        <source>IEEE, two columns (515.5 pt)</source>
        <translation>IEEE, zwei Spalten (515,5 pt)</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>Folie, 16:9</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>TikZ</source>
        <translation>TikZ</translation>
    </message>
    <message>
        <source>Write %1 files</source>
        <translation>%1-Dateien schreiben</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Leaves out run names, hash and version</source>
        <translation>Lässt Laufnamen, Hash und Version weg</translation>
    </message>
    <message>
        <source>In grey</source>
        <translation>In Grau</translation>
    </message>
    <message>
        <source>Draws as a grey printer would</source>
        <translation>Zeichnet wie ein Graustufendrucker</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>HTML and PDF in the run folder; beside a comparison a LaTeX table and methods</source>
        <translation>HTML und PDF im Laufordner; neben einem Vergleich eine LaTeX-Tabelle und die Methoden</translation>
    </message>
    <message>
        <source>Bundle for reviewers</source>
        <translation>Paket für Gutachter</translation>
    </message>
    <message>
        <source>A zip of the run folders with hashes, for trimtab verify</source>
        <translation>Ein ZIP der Laufordner mit Hashes, für trimtab verify</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Folder of the files</source>
        <translation>Ordner der Dateien</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>Abbildung kopieren</translation>
    </message>
    <message>
        <source>Copy the shown figure to the clipboard</source>
        <translation>Gezeigte Abbildung in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write the chosen figures and reports</source>
        <translation>Gewählte Abbildungen und Berichte schreiben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the dialog</source>
        <translation>Dialog schließen</translation>
    </message>
    <message>
        <source>Choose a figure and a format, or a report</source>
        <translation>Wählen Sie eine Abbildung und ein Format, oder einen Bericht</translation>
    </message>
    <message>
        <source>Name a folder</source>
        <translation>Nennen Sie einen Ordner</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>Die Abbildung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Drawing and writing the files.</source>
        <translation>Die Dateien werden gezeichnet und geschrieben.</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Files written: %1.</source>
        <translation>Geschriebene Dateien: %1.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::FigureCanvas</name>
    <message>
        <source>Copy figure</source>
        <translation>Abbildung kopieren</translation>
    </message>
    <message>
        <source>Show data table…</source>
        <translation>Datentabelle zeigen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::FigureDataDialog</name>
    <message>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows, else all</source>
        <translation>Gewählte Zeilen kopieren, sonst alle</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::FigurePreview</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>Deuteranopie</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>Protanopie</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>Size in print</source>
        <translation>Größe im Druck</translation>
    </message>
    <message>
        <source>Preview at the size in print</source>
        <translation>Vorschau in Druckgröße</translation>
    </message>
    <message>
        <source>Rules for figures in print</source>
        <translation>Regeln für Abbildungen im Druck</translation>
    </message>
    <message>
        <source>No figure is chosen.</source>
        <translation>Keine Abbildung ist gewählt.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>%1 × %2 mm in print</source>
        <translation>%1 × %2 mm im Druck</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::HelpDialog</name>
    <message>
        <source>&lt;h1&gt;About Trimtab&lt;/h1&gt;&lt;p&gt;%1, %2&lt;/p&gt;&lt;p&gt;A research workbench for reinforcement learning on Kubernetes resources. A trim tab is the small surface that moves the rudder of a large ship.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;ul&gt;%3&lt;/ul&gt;</source>
        <translation>&lt;h1&gt;Über Trimtab&lt;/h1&gt;&lt;p&gt;%1, %2&lt;/p&gt;&lt;p&gt;Eine Forschungsumgebung für bestärkendes Lernen auf Kubernetes-Ressourcen. Ein Trimtab (Trimmruder) ist die kleine Fläche, die das Ruder eines großen Schiffs bewegt.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung.&lt;/p&gt;&lt;ul&gt;%3&lt;/ul&gt;</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Trimtab</source>
        <translation>Über Trimtab</translation>
    </message>
    <message>
        <source>&lt;h1&gt;Keyboard shortcuts&lt;/h1&gt;</source>
        <translation>&lt;h1&gt;Tastenkürzel&lt;/h1&gt;</translation>
    </message>
    <message>
        <source>&lt;h3&gt;In a chart&lt;/h3&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Wheel, drag&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Zoom&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Shift and drag, middle button&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Pan&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;0, double click&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Whole range&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;h3&gt;In einem Diagramm&lt;/h3&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Mausrad, Ziehen&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Zoomen&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Umschalt und Ziehen, mittlere Taste&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Verschieben&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;0, Doppelklick&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Ganzer Bereich&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::InlineMessage</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::JobsModel</name>
    <message>
        <source>%1 left, %2</source>
        <translation>noch %1, %2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::JobsPanel</name>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
    <message>
        <source>Nothing has been run since the window was opened.</source>
        <translation>Seit das Fenster offen ist, lief noch nichts.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Zu „Trainieren“</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::LivePanel</name>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>req/s, users</source>
        <translation>Anfragen/s, Nutzer</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>GPU desired</source>
        <translation>GPU gewünscht</translation>
    </message>
    <message>
        <source>GPU ready</source>
        <translation>GPU bereit</translation>
    </message>
    <message>
        <source>CPU desired</source>
        <translation>CPU gewünscht</translation>
    </message>
    <message>
        <source>CPU ready</source>
        <translation>CPU bereit</translation>
    </message>
    <message>
        <source>time (s), 0: connected</source>
        <translation>Zeit (s), 0: verbunden</translation>
    </message>
    <message>
        <source>No session runs.</source>
        <translation>Keine Sitzung läuft.</translation>
    </message>
    <message>
        <source>No observation yet.</source>
        <translation>Noch keine Beobachtung.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::LoadPreview</name>
    <message>
        <source>Load of an episode</source>
        <translation>Last einer Episode</translation>
    </message>
    <message>
        <source>Load pattern of the preview</source>
        <translation>Lastmuster der Vorschau</translation>
    </message>
    <message>
        <source>time in the episode (s)</source>
        <translation>Zeit in der Episode (s)</translation>
    </message>
    <message>
        <source>The load appears when the configuration is right.</source>
        <translation>Die Last erscheint, sobald die Konfiguration stimmt.</translation>
    </message>
    <message>
        <source>Preview of</source>
        <translation>Vorschau von</translation>
    </message>
    <message>
        <source>episode %1</source>
        <translation>Episode %1</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>req/s</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::LogPanel</name>
    <message>
        <source>Lowest level shown</source>
        <translation>Niedrigste gezeigte Stufe</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 und höher</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Filter the messages</source>
        <translation>Meldungen filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Copies the selected messages, or all that are shown</source>
        <translation>Kopiert die gewählten Meldungen, oder alle gezeigten</translation>
    </message>
    <message>
        <source>Removes all messages</source>
        <translation>Entfernt alle Meldungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::MainWindow</name>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1 kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Puts the panels of this mode where they were at first</source>
        <translation>Stellt die Bereiche dieses Modus so auf wie zu Anfang</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Closes the window</source>
        <translation>Schließt das Fenster</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>Wechselt zu %1</translation>
    </message>
    <message>
        <source>See the run</source>
        <translation>Lauf ansehen</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 wurde angehalten</translation>
    </message>
    <message>
        <source>%1 has finished</source>
        <translation>%1 ist beendet</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>Stop it, save a checkpoint and close?</source>
        <translation>Anhalten, einen Checkpoint speichern und schließen?</translation>
    </message>
    <message>
        <source>A stopped training can be continued from its last checkpoint.</source>
        <translation>Ein angehaltenes Training kann vom letzten Checkpoint fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stopping and saving</source>
        <translation>Hält an und speichert</translation>
    </message>
    <message>
        <source>The window closes as soon as the checkpoint is written.</source>
        <translation>Das Fenster schließt, sobald der Checkpoint geschrieben ist.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>All that can be opened (*.yaml *.yml *.json *.pt *.csv *.log)</source>
        <translation>Alles, was geöffnet werden kann (*.yaml *.yml *.json *.pt *.csv *.log)</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json)</source>
        <translation>Konfigurationen (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>Checkpoints (*.pt)</translation>
    </message>
    <message>
        <source>Load traces (*.csv *.log *.json)</source>
        <translation>Lastaufzeichnungen (*.csv *.log *.json)</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Einen Laufordner öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Opens a configuration, a checkpoint or a load trace</source>
        <translation>Öffnet eine Konfiguration, einen Checkpoint oder eine Lastaufzeichnung</translation>
    </message>
    <message>
        <source>Open &amp;run folder…</source>
        <translation>&amp;Laufordner öffnen…</translation>
    </message>
    <message>
        <source>Opens a training, an evaluation or a comparison</source>
        <translation>Öffnet ein Training, eine Bewertung oder einen Vergleich</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Look, numbers and the results folder</source>
        <translation>Aussehen, Zahlen und der Ergebnisordner</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>&amp;Befehlspalette</translation>
    </message>
    <message>
        <source>Switch between &amp;light and dark</source>
        <translation>Zwischen &amp;hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Trimtab</source>
        <translation>Ü&amp;ber Trimtab</translation>
    </message>
    <message>
        <source>Panel: %1</source>
        <translation>Bereich: %1</translation>
    </message>
    <message>
        <source>Finds every command and panel by some of its letters</source>
        <translation>Findet jeden Befehl und jeden Bereich über einige seiner Buchstaben</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::MessageLog</name>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::MetricsPanel</name>
    <message>
        <source>Newest window of the run&apos;s first environment</source>
        <translation>Neuestes Fenster der ersten Umgebung des Laufs</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Offered load</source>
        <translation>Angebotene Last</translation>
    </message>
    <message>
        <source>CPU utilisation</source>
        <translation>CPU-Auslastung</translation>
    </message>
    <message>
        <source>Memory utilisation</source>
        <translation>Speicherauslastung</translation>
    </message>
    <message>
        <source>GPU utilisation</source>
        <translation>GPU-Auslastung</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>served</source>
        <translation>bedient</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ModeBar</name>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ModeSwitch</name>
    <message>
        <source>Control mode</source>
        <translation>Steuerungsmodus</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Mode (no session)</source>
        <translation>Modus (keine Sitzung)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Stop and restore: puts the original replicas back and ends the session (F12)</source>
        <translation>Stoppen und wiederherstellen: setzt die ursprünglichen Replikate zurück und beendet die Sitzung (F12)</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modus: %1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ModeView</name>
    <message>
        <source>&amp;Window of its own</source>
        <translation>Eigenes &amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>Aus&amp;blenden</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::MovePanel</name>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgeglichen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Your move</source>
        <translation>Ihr Zug</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Episode</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Load pattern</source>
        <translation>Lastmuster</translation>
    </message>
    <message>
        <source>Seed of the episode</source>
        <translation>Seed der Episode</translation>
    </message>
    <message>
        <source>Checkpoint that is asked for advice</source>
        <translation>Checkpoint, der um Rat gefragt wird</translation>
    </message>
    <message>
        <source>No checkpoint</source>
        <translation>Kein Checkpoint</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Einen Checkpoint wählen</translation>
    </message>
    <message>
        <source>New episode</source>
        <translation>Neue Episode</translation>
    </message>
    <message>
        <source>Begin a new episode</source>
        <translation>Eine neue Episode beginnen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>PPO</source>
        <translation>PPO</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>Checkpoints (*.pt)</translation>
    </message>
    <message>
        <source>State of the episode</source>
        <translation>Zustand der Episode</translation>
    </message>
    <message>
        <source>Prefer</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>What the move leads to</source>
        <translation>Wozu der Zug führt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Plays the move (Space)</source>
        <translation>Spielt den Zug (Leertaste)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last step back (Backspace)</source>
        <translation>Nimmt den letzten Schritt zurück (Rücktaste)</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Begins the same episode again (R)</source>
        <translation>Beginnt dieselbe Episode von vorn (R)</translation>
    </message>
    <message>
        <source>Keys: ↑ ↓ GPU, → ← CPU, 1 2 3 placement, Space step, Backspace undo</source>
        <translation>Tasten: ↑ ↓ GPU, → ← CPU, 1 2 3 Platzierung, Leertaste Schritt, Rücktaste zurück</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>No episode is going on. Begin one above.</source>
        <translation>Es läuft keine Episode. Beginnen Sie oben eine.</translation>
    </message>
    <message>
        <source>Step %1 of %2, return so far %3</source>
        <translation>Schritt %1 von %2, Return bisher %3</translation>
    </message>
    <message>
        <source>The episode is over: see the score.</source>
        <translation>Die Episode ist zu Ende: siehe Ergebnis.</translation>
    </message>
    <message>
        <source>GPU %1 → %2, CPU %3 → %4, prefers %5</source>
        <translation>GPU %1 → %2, CPU %3 → %4, bevorzugt %5</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::OpenRequests</name>
    <message>
        <source>Only run folders, checkpoints (.pt), configurations (.yaml, .json) and traces (.csv, .log, .json) can be opened.</source>
        <translation>Nur Laufordner, Checkpoints (.pt), Konfigurationen (.yaml, .json) und Aufzeichnungen (.csv, .log, .json) können geöffnet werden.</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Es gibt keine solche Datei und keinen solchen Ordner.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PlayMode</name>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Timeline of your episode</source>
        <translation>Zeitverlauf Ihrer Episode</translation>
    </message>
    <message>
        <source>Your move</source>
        <translation>Ihr Zug</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Watch a policy</source>
        <translation>Eine Strategie ansehen</translation>
    </message>
    <message>
        <source>What the policies would do here</source>
        <translation>Was die Strategien hier täten</translation>
    </message>
    <message>
        <source>What others would do</source>
        <translation>Was andere täten</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>New episode to &amp;play</source>
        <translation>Neue Episode zum &amp;Spielen</translation>
    </message>
    <message>
        <source>You are the agent: the next episode in Play</source>
        <translation>Sie sind der Agent: die nächste Episode in „Spielen“</translation>
    </message>
    <message>
        <source>New episode</source>
        <translation>Neue Episode</translation>
    </message>
    <message>
        <source>The episode is being prepared.</source>
        <translation>Die Episode wird vorbereitet.</translation>
    </message>
    <message>
        <source>No episode is going on. Begin one under Your move.</source>
        <translation>Es läuft keine Episode. Beginnen Sie eine unter „Ihr Zug“.</translation>
    </message>
    <message>
        <source>Choose a move and press Step: the timeline grows from the left.</source>
        <translation>Wählen Sie einen Zug und drücken Sie „Schritt“: Der Zeitverlauf wächst von links.</translation>
    </message>
    <message>
        <source>The policies play the same episode.</source>
        <translation>Die Strategien spielen dieselbe Episode.</translation>
    </message>
    <message>
        <source>Play to the end: everybody then plays the same episode, and you see who did best.</source>
        <translation>Spielen Sie bis zum Ende: Alle spielen dann dieselbe Episode, und Sie sehen, wer am besten war.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PlaySession</name>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PodListModel</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PodTimeline</name>
    <message>
        <source>Timeline of the pods</source>
        <translation>Zeitleiste der Pods</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>Die Tabelle darunter sagt dasselbe in Worten</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>As the language (%1)</source>
        <translation>Wie die Sprache (%1)</translation>
    </message>
    <message>
        <source>With a decimal point (%1)</source>
        <translation>Mit Dezimalpunkt (%1)</translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation>Ergebnisordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the results folder</source>
        <translation>Ergebnisordner wählen</translation>
    </message>
    <message>
        <source>Reset the panels of every mode</source>
        <translation>Bereiche aller Modi zurücksetzen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Nothing can be written there; %1 stays in use.</source>
        <translation>Dort kann nichts geschrieben werden; %1 bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>Every run gets a folder of its own in here.</source>
        <translation>Jeder Lauf bekommt hierin einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The folder is made with the first run.</source>
        <translation>Der Ordner wird mit dem ersten Lauf angelegt.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ProbabilityBars</name>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Prefer</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Probabilities of the policy</source>
        <translation>Wahrscheinlichkeiten der Strategie</translation>
    </message>
    <message>
        <source>This policy has no probabilities</source>
        <translation>Diese Strategie hat keine Wahrscheinlichkeiten</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::QueryBox</name>
    <message>
        <source>Try a query</source>
        <translation>Eine Abfrage probieren</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Which number</source>
        <translation>Welche Größe</translation>
    </message>
    <message>
        <source>Query in PromQL</source>
        <translation>Abfrage in PromQL</translation>
    </message>
    <message>
        <source>PromQL; $namespace, $gpu_deployment, $cpu_deployment, $window are filled in</source>
        <translation>PromQL; $namespace, $gpu_deployment, $cpu_deployment, $window werden ersetzt</translation>
    </message>
    <message>
        <source>Asks Prometheus once; nothing is saved</source>
        <translation>Fragt Prometheus einmal; nichts wird gespeichert</translation>
    </message>
    <message>
        <source>Makes it the query of this number from the next session on. Save the configuration to keep it in a file.</source>
        <translation>Macht sie von der nächsten Sitzung an zur Abfrage dieser Größe. Die Konfiguration speichern, um sie in einer Datei zu behalten.</translation>
    </message>
    <message>
        <source>What the query gives</source>
        <translation>Was die Abfrage ergibt</translation>
    </message>
    <message>
        <source>Asking Prometheus ...</source>
        <translation>Prometheus wird gefragt ...</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RewardPanel</name>
    <message>
        <source>Episode return</source>
        <translation>Return der Episode</translation>
    </message>
    <message>
        <source>Sum of the rewards of an episode while training, with actions that are drawn, not chosen</source>
        <translation>Summe der Belohnungen einer Episode im Training, mit gezogenen, nicht gewählten Aktionen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Evaluation return</source>
        <translation>Return der Bewertung</translation>
    </message>
    <message>
        <source>Mean return of the greedy policy on validation episodes, which training never meets</source>
        <translation>Mittlerer Return der gierigen Strategie auf Validierungsepisoden, denen das Training nie begegnet</translation>
    </message>
    <message>
        <source>Latency improvement</source>
        <translation>Latenzverbesserung</translation>
    </message>
    <message>
        <source>Throughput improvement</source>
        <translation>Durchsatzverbesserung</translation>
    </message>
    <message>
        <source>Resource efficiency</source>
        <translation>Ressourceneffizienz</translation>
    </message>
    <message>
        <source>Stability bonus</source>
        <translation>Stabilitätsbonus</translation>
    </message>
    <message>
        <source>Component of the reward, unweighted, summed over an episode</source>
        <translation>Komponente der Belohnung, ungewichtet, über eine Episode summiert</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunListModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>Configuration %1</source>
        <translation>Konfiguration %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Best return</source>
        <translation>Bester Return</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunPanel</name>
    <message>
        <source>The configuration has a mistake</source>
        <translation>Die Konfiguration hat einen Fehler</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Train %1, seed %2</source>
        <translation>%1 trainieren, Seed %2</translation>
    </message>
    <message>
        <source>The configuration has a mistake.</source>
        <translation>Die Konfiguration hat einen Fehler.</translation>
    </message>
    <message>
        <source>Queues the runs; they train one after another</source>
        <translation>Reiht die Läufe ein; sie trainieren nacheinander</translation>
    </message>
    <message>
        <source>measuring a second ...</source>
        <translation>misst eine Sekunde ...</translation>
    </message>
    <message>
        <source>about %1 a run, %2</source>
        <translation>etwa %1 je Lauf, %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>Vom letzten Checkpoint weitermachen</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Seed of the first run</source>
        <translation>Seed des ersten Laufs</translation>
    </message>
    <message>
        <source>Number of runs, each with the next seed</source>
        <translation>Zahl der Läufe, jeder mit dem nächsten Seed</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner der Ergebnisse</translation>
    </message>
    <message>
        <source>Choose the folder for the results</source>
        <translation>Ordner der Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>The command line that does the same</source>
        <translation>Die Befehlszeile, die dasselbe tut</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>How long?</source>
        <translation>Wie lange?</translation>
    </message>
    <message>
        <source>Trains for a second to tell time and disk space</source>
        <translation>Trainiert eine Sekunde, um Zeit und Plattenplatz zu nennen</translation>
    </message>
    <message>
        <source>Trainings of this session; the chosen ones are drawn</source>
        <translation>Trainings dieser Sitzung; die gewählten werden gezeichnet</translation>
    </message>
    <message>
        <source>The chosen runs are drawn; Ctrl or Shift chooses several</source>
        <translation>Die gewählten Läufe werden gezeichnet; Strg oder Umschalt wählt mehrere</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Progress of the chosen run</source>
        <translation>Fortschritt des gewählten Laufs</translation>
    </message>
    <message>
        <source>Show a finished training</source>
        <translation>Ein beendetes Training zeigen</translation>
    </message>
    <message>
        <source>No training in this session yet.</source>
        <translation>In dieser Sitzung noch kein Training.</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunToolBar</name>
    <message>
        <source>%1 waits</source>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, pausiert</translation>
    </message>
    <message>
        <source>%1, stopping and saving</source>
        <translation>%1, hält an und speichert</translation>
    </message>
    <message>
        <source>%1, finished</source>
        <translation>%1, beendet</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1, fehlgeschlagen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Holds the run that is shown, or lets it go on</source>
        <translation>Hält den gezeigten Lauf an oder lässt ihn weiterlaufen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Ends the run that is shown after its step and saves a checkpoint</source>
        <translation>Beendet den gezeigten Lauf nach seinem Schritt und speichert einen Checkpoint</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Time remaining</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation>Warteschlange der Läufe</translation>
    </message>
    <message>
        <source>Shows every run of this session and what waits</source>
        <translation>Zeigt jeden Lauf dieser Sitzung und was wartet</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>  %1 left</source>
        <translation>  noch %1</translation>
    </message>
    <message>
        <source>Queue (%1)</source>
        <translation>Warteschlange (%1)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Reading the results folder.</source>
        <translation>Der Ergebnisordner wird gelesen.</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>Filter by name, profile, seed, tag or note</source>
        <translation>Nach Name, Profil, Seed, Schlagwort oder Notiz filtern</translation>
    </message>
    <message>
        <source>Kind of run</source>
        <translation>Art des Laufs</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Shows the selected run</source>
        <translation>Zeigt den gewählten Lauf</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Compares the models of the selected trainings with baselines</source>
        <translation>Vergleicht die Modelle der gewählten Trainings mit Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Figures and reports of the selected runs</source>
        <translation>Abbildungen und Berichte der gewählten Läufe</translation>
    </message>
    <message>
        <source>Tags and notes</source>
        <translation>Schlagwörter und Notizen</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>Ordner der Läufe</translation>
    </message>
    <message>
        <source>My results folder</source>
        <translation>Mein Ergebnisordner</translation>
    </message>
    <message>
        <source>Sample results</source>
        <translation>Beispielergebnisse</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <source>Folder of run folders</source>
        <translation>Ordner mit Laufordnern</translation>
    </message>
    <message>
        <source>Selected run</source>
        <translation>Gewählter Lauf</translation>
    </message>
    <message>
        <source>Tags of the selected run</source>
        <translation>Schlagwörter des gewählten Laufs</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Note on the selected run</source>
        <translation>Notiz zum gewählten Lauf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Runs in %1</source>
        <translation>Läufe in %1</translation>
    </message>
    <message>
        <source>Reading %1.</source>
        <translation>%1 wird gelesen.</translation>
    </message>
    <message>
        <source>There is no run in %1 yet.</source>
        <translation>In %1 gibt es noch keinen Lauf.</translation>
    </message>
    <message>
        <source>Open sample results</source>
        <translation>Beispielergebnisse öffnen</translation>
    </message>
    <message>
        <source>No run matches the filter.</source>
        <translation>Kein Lauf passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Show in Train</source>
        <translation>In „Trainieren“ zeigen</translation>
    </message>
    <message>
        <source>Draws every metric of the selected training in the charts of Train</source>
        <translation>Zeichnet jede Metrik des gewählten Trainings in die Diagramme von „Trainieren“</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::SecretsBox</name>
    <message>
        <source>Passwords and tokens</source>
        <translation>Passwörter und Token</translation>
    </message>
    <message>
        <source>Prometheus token</source>
        <translation>Prometheus-Token</translation>
    </message>
    <message>
        <source>Prometheus password</source>
        <translation>Prometheus-Passwort</translation>
    </message>
    <message>
        <source>Locust password</source>
        <translation>Locust-Passwort</translation>
    </message>
    <message>
        <source>Forget: %1</source>
        <translation>Vergessen: %1</translation>
    </message>
    <message>
        <source>Forgets what is kept</source>
        <translation>Vergisst, was gespeichert ist</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Geheimnisse aufbewahrt werden</translation>
    </message>
    <message>
        <source>Kept in the keychain, never in a file of Trimtab. Kubernetes itself uses the kubeconfig.</source>
        <translation>Im Schlüsselbund gespeichert, nie in einer Datei von Trimtab. Kubernetes selbst nutzt die kubeconfig.</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>behalten bis zum Programmende</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::SweepPanel</name>
    <message>
        <source>No sweep is open. Open a sweep file or a folder that begins with sweep_.</source>
        <translation>Kein Sweep ist offen. Öffnen Sie eine Sweep-Datei oder einen Ordner, der mit sweep_ beginnt.</translation>
    </message>
    <message>
        <source>Open the comparison</source>
        <translation>Vergleich öffnen</translation>
    </message>
    <message>
        <source>Result of the sweep</source>
        <translation>Ergebnis des Sweeps</translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation>Läufe des Sweeps</translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation>Sweep öffnen</translation>
    </message>
    <message>
        <source>Opens the best configurations beside the baselines</source>
        <translation>Öffnet die besten Konfigurationen neben den Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurationen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 gestartet</translation>
    </message>
    <message>
        <source>the result has %1 of them: trimtab sweep --collect</source>
        <translation>das Ergebnis enthält %1 davon: trimtab sweep --collect</translation>
    </message>
    <message>
        <source>There are no numbers yet: no run has finished and been collected.</source>
        <translation>Noch gibt es keine Zahlen: Kein Lauf wurde beendet und eingesammelt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) finished</source>
        <translation>
            <numerusform>%1 von %n Lauf beendet</numerusform>
            <numerusform>%1 von %n Läufen beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TimeChart</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>episode</source>
        <translation>Episode</translation>
    </message>
    <message>
        <source>wall time (s)</source>
        <translation>Uhrzeit (s)</translation>
    </message>
    <message>
        <source>%1, chart</source>
        <translation>%1, Diagramm</translation>
    </message>
    <message>
        <source>1 point outside the view</source>
        <translation>1 Punkt außerhalb der Ansicht</translation>
    </message>
    <message>
        <source>%1 points outside the view</source>
        <translation>%1 Punkte außerhalb der Ansicht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>pausiert, %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1: keine Daten</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Menü von %1</translation>
    </message>
    <message>
        <source>Table, picture, axis of this chart</source>
        <translation>Tabelle, Bild, Achse dieses Diagramms</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Pause this chart</source>
        <translation>Dieses Diagramm anhalten</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln point(s), last %2, smallest %3, largest %4</source>
        <translation>
            <numerusform>%1: %Ln Punkt, letzter %2, kleinster %3, größter %4</numerusform>
            <numerusform>%1: %Ln Punkte, letzter %2, kleinster %3, größter %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TimelineModel</name>
    <message>
        <source> (%1 times)</source>
        <translation> (%1-mal)</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TimelinePanel</name>
    <message>
        <source>Waiting for the first whole episode ...</source>
        <translation>Wartet auf die erste ganze Episode ...</translation>
    </message>
    <message>
        <source>SLO %1 ms</source>
        <translation>SLO %1 ms</translation>
    </message>
    <message>
        <source>any pattern</source>
        <translation>beliebiges Muster</translation>
    </message>
    <message>
        <source>steps %1 to %2</source>
        <translation>Schritte %1 bis %2</translation>
    </message>
    <message>
        <source>Training episode of the first environment on &lt;b&gt;%1&lt;/b&gt;, %2. Actions are drawn, so they explore.</source>
        <translation>Trainingsepisode der ersten Umgebung auf &lt;b&gt;%1&lt;/b&gt;, %2. Aktionen werden gezogen, erkunden also.</translation>
    </message>
    <message>
        <source> Some of its steps did not reach the window in time.</source>
        <translation> Einige ihrer Schritte erreichten das Fenster nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Greedy episode on &lt;b&gt;%1&lt;/b&gt; with %2, validation episode %3: return %4. Actions are the most probable ones.</source>
        <translation>Gierige Episode auf &lt;b&gt;%1&lt;/b&gt; mit %2, Validierungsepisode %3: Return %4. Aktionen sind die wahrscheinlichsten.</translation>
    </message>
    <message>
        <source>GPU asked for</source>
        <translation>GPU verlangt</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>CPU asked for</source>
        <translation>CPU verlangt</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>served</source>
        <translation>bedient</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>halten</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>ausgeglichen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>No run is shown, so there is no episode to look at.</source>
        <translation>Es wird kein Lauf gezeigt, also gibt es keine Episode anzusehen.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Earlier episode</source>
        <translation>Frühere Episode</translation>
    </message>
    <message>
        <source>The episode before</source>
        <translation>Die Episode davor</translation>
    </message>
    <message>
        <source>Later episode</source>
        <translation>Spätere Episode</translation>
    </message>
    <message>
        <source>The episode after</source>
        <translation>Die Episode danach</translation>
    </message>
    <message>
        <source>Play a greedy episode</source>
        <translation>Eine gierige Episode spielen</translation>
    </message>
    <message>
        <source>Plays a validation episode with the run&apos;s model and shows its probabilities and value</source>
        <translation>Spielt eine Validierungsepisode mit dem Modell des Laufs und zeigt seine Wahrscheinlichkeiten und den Wert</translation>
    </message>
    <message>
        <source>Load pattern of the episode</source>
        <translation>Lastmuster der Episode</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>Der neuesten folgen</translation>
    </message>
    <message>
        <source>Follow the newest episode</source>
        <translation>Der neuesten Episode folgen</translation>
    </message>
    <message>
        <source>Charts of the episode</source>
        <translation>Diagramme der Episode</translation>
    </message>
    <message>
        <source>time in the episode (s)</source>
        <translation>Zeit in der Episode (s)</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Latency p95 of the windows</source>
        <translation>Latenz p95 der Fenster</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Value estimate</source>
        <translation>Wertschätzung</translation>
    </message>
    <message>
        <source>Probability of GPU change</source>
        <translation>Wahrscheinlichkeit der GPU-Änderung</translation>
    </message>
    <message>
        <source>Probability of CPU change</source>
        <translation>Wahrscheinlichkeit der CPU-Änderung</translation>
    </message>
    <message>
        <source>Probability of placement</source>
        <translation>Wahrscheinlichkeit der Platzierung</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TrainMode</name>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Live metrics</source>
        <translation>Live-Metriken</translation>
    </message>
    <message>
        <source>PPO diagnostics</source>
        <translation>PPO-Diagnose</translation>
    </message>
    <message>
        <source>Replica timeline</source>
        <translation>Zeitverlauf der Replikate</translation>
    </message>
    <message>
        <source>The picture of %1 is in the clipboard.</source>
        <translation>Das Bild von %1 ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Training starten</translation>
    </message>
    <message>
        <source>Trains the experiment that is set up in Train</source>
        <translation>Trainiert das Experiment, das unter „Trainieren“ eingerichtet ist</translation>
    </message>
    <message>
        <source>&amp;Save configuration</source>
        <translation>Konfiguration &amp;speichern</translation>
    </message>
    <message>
        <source>Saves the experiment&apos;s configuration</source>
        <translation>Speichert die Konfiguration des Experiments</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Takes back the last change of the configuration</source>
        <translation>Nimmt die letzte Änderung der Konfiguration zurück</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Does the change again that was taken back</source>
        <translation>Führt die zurückgenommene Änderung wieder aus</translation>
    </message>
    <message>
        <source>Show a finished &amp;training ...</source>
        <translation>&amp;Beendetes Training zeigen ...</translation>
    </message>
    <message>
        <source>Draws the metrics of a training folder in the charts of Train</source>
        <translation>Zeichnet die Metriken eines Trainingsordners in die Diagramme von „Trainieren“</translation>
    </message>
    <message>
        <source>Use the preset %1</source>
        <translation>Vorgabe %1 verwenden</translation>
    </message>
    <message>
        <source>Loads a configuration that comes with the program</source>
        <translation>Lädt eine Konfiguration, die dem Programm beiliegt</translation>
    </message>
    <message>
        <source>Charts: %1</source>
        <translation>Diagramme: %1</translation>
    </message>
    <message>
        <source>Reading %1 ...</source>
        <translation>%1 wird gelesen ...</translation>
    </message>
    <message>
        <source>The charts show %1</source>
        <translation>Die Diagramme zeigen %1</translation>
    </message>
    <message>
        <source>Continue this run</source>
        <translation>Diesen Lauf fortsetzen</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::WatchPanel</name>
    <message>
        <source>No episode has been played. Choose a checkpoint or a policy and a load.</source>
        <translation>Noch keine Episode gespielt. Wählen Sie einen Checkpoint oder eine Strategie und eine Last.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Timeline of the watched episode</source>
        <translation>Zeitverlauf der angesehenen Episode</translation>
    </message>
    <message>
        <source>Checkpoint or policy to watch</source>
        <translation>Checkpoint oder Strategie zum Ansehen</translation>
    </message>
    <message>
        <source>Checkpoint…</source>
        <translation>Checkpoint…</translation>
    </message>
    <message>
        <source>Choose a checkpoint to watch</source>
        <translation>Einen Checkpoint zum Ansehen wählen</translation>
    </message>
    <message>
        <source>Load pattern</source>
        <translation>Lastmuster</translation>
    </message>
    <message>
        <source>Seed of the episode</source>
        <translation>Seed der Episode</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Seed </translation>
    </message>
    <message>
        <source>Play the episode</source>
        <translation>Episode spielen</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Einen Checkpoint wählen</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>Checkpoints (*.pt)</translation>
    </message>
    <message>
        <source>Playing…</source>
        <translation>Spielt…</translation>
    </message>
    <message>
        <source>Shown step</source>
        <translation>Gezeigter Schritt</translation>
    </message>
    <message>
        <source>Step of the episode</source>
        <translation>Schritt der Episode</translation>
    </message>
    <message>
        <source>What happened in the step</source>
        <translation>Was in dem Schritt geschah</translation>
    </message>
    <message>
        <source>&lt;b&gt;Step %1 of %2&lt;/b&gt;, at %3 s; return of the episode %4</source>
        <translation>&lt;b&gt;Schritt %1 von %2&lt;/b&gt;, bei %3 s; Return der Episode %4</translation>
    </message>
    <message>
        <source>Of the step</source>
        <translation>Des Schritts</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Latency improvement</source>
        <translation>Latenzverbesserung</translation>
    </message>
    <message>
        <source>Throughput improvement</source>
        <translation>Durchsatzverbesserung</translation>
    </message>
    <message>
        <source>Resource efficiency</source>
        <translation>Ressourceneffizienz</translation>
    </message>
    <message>
        <source>Stability bonus</source>
        <translation>Stabilitätsbonus</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>Throughput (req/s)</source>
        <translation>Durchsatz (req/s)</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>CPU, memory, GPU (%)</source>
        <translation>CPU, Speicher, GPU (%)</translation>
    </message>
    <message>
        <source>GPU desired, ready</source>
        <translation>GPU gewünscht, bereit</translation>
    </message>
    <message>
        <source>CPU desired, ready</source>
        <translation>CPU gewünscht, bereit</translation>
    </message>
    <message>
        <source>Prefers</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Value estimate</source>
        <translation>Wertschätzung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::WelcomeMode</name>
    <message>
        <source>Train an agent that scales an inference workload, and find out whether it beats a well-set autoscaler.</source>
        <translation>Trainieren Sie einen Agenten, der eine Inferenz-Arbeitslast skaliert, und finden Sie heraus, ob er einen gut eingestellten Autoscaler schlägt.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>60-second &amp;demo</source>
        <translation>60-Sekunden-&amp;Demo</translation>
    </message>
    <message>
        <source>Trains a small agent and shows its curves</source>
        <translation>Trainiert einen kleinen Agenten und zeigt seine Kurven</translation>
    </message>
    <message>
        <source>60-second demo</source>
        <translation>60-Sekunden-Demo</translation>
    </message>
    <message>
        <source>Trains a small agent on the embedded cluster. The curves move at once.</source>
        <translation>Trainiert einen kleinen Agenten auf dem eingebetteten Cluster. Die Kurven bewegen sich sofort.</translation>
    </message>
    <message>
        <source>Open sample results</source>
        <translation>Beispielergebnisse öffnen</translation>
    </message>
    <message>
        <source>A finished training and its comparison with calibrated autoscalers.</source>
        <translation>Ein beendetes Training und sein Vergleich mit kalibrierten Autoscalern.</translation>
    </message>
    <message>
        <source>Connect a cluster</source>
        <translation>Einen Cluster verbinden</translation>
    </message>
    <message>
        <source>Watches your Kubernetes, Prometheus and Locust. Nothing is changed unless you allow it.</source>
        <translation>Beobachtet Ihr Kubernetes, Prometheus und Locust. Nichts wird geändert, wenn Sie es nicht erlauben.</translation>
    </message>
    <message>
        <source>Set up an experiment</source>
        <translation>Ein Experiment einrichten</translation>
    </message>
    <message>
        <source>Load, agent and reward in a form or as YAML, checked while you type.</source>
        <translation>Last, Agent und Belohnung als Formular oder als YAML, beim Tippen geprüft.</translation>
    </message>
    <message>
        <source>Nothing has been trained yet.</source>
        <translation>Noch wurde nichts trainiert.</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Jüngste Läufe</translation>
    </message>
    <message>
        <source>No configuration has been opened yet.</source>
        <translation>Noch wurde keine Konfiguration geöffnet.</translation>
    </message>
    <message>
        <source>Open one…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Recent configurations</source>
        <translation>Jüngste Konfigurationen</translation>
    </message>
    <message>
        <source>Drop a configuration, a checkpoint, a run folder or a load trace anywhere in the window. Ctrl+P finds every command, F1 opens the help.</source>
        <translation>Ziehen Sie eine Konfiguration, einen Checkpoint, einen Laufordner oder eine Lastaufzeichnung irgendwo ins Fenster. Strg+P findet jeden Befehl, F1 öffnet die Hilfe.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::YamlEditor</name>
    <message>
        <source>Configuration as text</source>
        <translation>Konfiguration als Text</translation>
    </message>
    <message>
        <source>Line numbers and mistakes</source>
        <translation>Zeilennummern und Fehler</translation>
    </message>
    <message>
        <source>This %1</source>
        <translation>Dies %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
</TS>
