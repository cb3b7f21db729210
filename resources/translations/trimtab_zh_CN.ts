<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ClusterTables</name>
    <message>
        <source>, %1 pending</source>
        <translation>，%1 个待就绪</translation>
    </message>
    <message>
        <source>, originally %1</source>
        <translation>，原为 %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>the certificate is NOT verified</source>
        <translation>证书未经验证</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>GPU replicas, ready / desired</source>
        <translation>GPU 副本，就绪 / 期望</translation>
    </message>
    <message>
        <source>CPU replicas, ready / desired</source>
        <translation>CPU 副本，就绪 / 期望</translation>
    </message>
    <message>
        <source>Latency p95, ms</source>
        <translation>延迟 p95，ms</translation>
    </message>
    <message>
        <source>Throughput, req/s</source>
        <translation>吞吐量，请求/s</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>GPU utilisation, %</source>
        <translation>GPU 利用率，%</translation>
    </message>
    <message>
        <source>CPU utilisation, %</source>
        <translation>CPU 利用率，%</translation>
    </message>
    <message>
        <source>Memory utilisation, %</source>
        <translation>内存利用率，%</translation>
    </message>
    <message>
        <source>Numbers without data so far</source>
        <translation>迄今无数据的数值</translation>
    </message>
    <message>
        <source>Decisions held for want of data</source>
        <translation>因缺少数据而保持的决策</translation>
    </message>
    <message>
        <source>Changes made</source>
        <translation>已执行的更改</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>租约</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
</context>
<context>
    <name>ControlText</name>
    <message>
        <source>Observe</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>影子</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Reads only; nothing is decided and nothing is changed.</source>
        <translation>只读；不做决策，也不更改任何内容。</translation>
    </message>
    <message>
        <source>Decides and writes down what it would do; changes nothing.</source>
        <translation>做出决策并记录将要执行的操作；不更改任何内容。</translation>
    </message>
    <message>
        <source>Asks you before every change.</source>
        <translation>每次更改前询问您。</translation>
    </message>
    <message>
        <source>Changes the replicas by itself, within the shield.</source>
        <translation>在防护范围内自行更改副本数。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>only logged</source>
        <translation>仅记录</translation>
    </message>
    <message>
        <source>held</source>
        <translation>被拦下</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>已下令</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>prefers GPU</source>
        <translation>优先 GPU</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>prefers CPU</source>
        <translation>优先 CPU</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>正在终止</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a pod</comment>
        <translation>失败</translation>
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
        <translation>%1（想要 %2）</translation>
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
        <translation>分配平稳时为 1，变更和抖动时更小</translation>
    </message>
    <message>
        <source>1 where the last placement is balanced</source>
        <translation>上一次放置为均衡时取 1</translation>
    </message>
    <message>
        <source>1 where the last placement prefers CPU</source>
        <translation>上一次放置偏好 CPU 时取 1</translation>
    </message>
    <message>
        <source>1 where the last placement prefers GPU</source>
        <translation>上一次放置偏好 GPU 时取 1</translation>
    </message>
    <message>
        <source>95th percentile of latency as the agent observes it</source>
        <translation>智能体观测到的延迟第 95 百分位</translation>
    </message>
    <message>
        <source>95th percentile of latency, failures counted as the timeout</source>
        <translation>延迟第 95 百分位，失败按超时计</translation>
    </message>
    <message>
        <source>95th percentile of the latency of requests, as PromQL; empty: not asked.</source>
        <translation>请求延迟的第 95 百分位，PromQL 表达式；留空则不查询。</translation>
    </message>
    <message>
        <source>95th percentile of the window&apos;s latencies</source>
        <translation>窗口内延迟的第 95 百分位</translation>
    </message>
    <message>
        <source>95th percentile over all requests of the evaluation</source>
        <translation>评估中所有请求的第 95 百分位</translation>
    </message>
    <message>
        <source>A CPU pod&apos;s first readiness probe.</source>
        <translation>CPU Pod 的首次就绪探测。</translation>
    </message>
    <message>
        <source>A GPU pod&apos;s first readiness probe.</source>
        <translation>GPU Pod 的首次就绪探测。</translation>
    </message>
    <message>
        <source>A change that nobody confirms by then is not made.</source>
        <translation>在此时间内无人确认的更改不会执行。</translation>
    </message>
    <message>
        <source>A checkpoint whose weights the run starts from; empty: fresh weights.</source>
        <translation>运行起始所用权重的检查点；留空：全新权重。</translation>
    </message>
    <message>
        <source>A client gives up after this; it counts as a failure with this latency.</source>
        <translation>客户端超过此时间即放弃，并以此延迟计为失败。</translation>
    </message>
    <message>
        <source>A request that is not answered by then has failed.</source>
        <translation>到此时仍未得到响应的请求视为失败。</translation>
    </message>
    <message>
        <source>Active users at the end of the window</source>
        <translation>窗口结束时的活跃用户数</translation>
    </message>
    <message>
        <source>Active users now</source>
        <translation>当前活跃用户数</translation>
    </message>
    <message>
        <source>Active users now less the window&apos;s mean</source>
        <translation>当前活跃用户数减去窗口均值</translation>
    </message>
    <message>
        <source>Active users or clients, as PromQL; empty: not asked.</source>
        <translation>活跃用户或客户端数，PromQL 表达式；留空则不查询。</translation>
    </message>
    <message>
        <source>Active users, time average</source>
        <translation>活跃用户数，时间平均</translation>
    </message>
    <message>
        <source>Adam&apos;s epsilon.</source>
        <translation>Adam 的 epsilon。</translation>
    </message>
    <message>
        <source>Added to every response.</source>
        <translation>附加到每个响应上的时间。</translation>
    </message>
    <message>
        <source>Address of Locust&apos;s web interface, without a password in it.</source>
        <translation>Locust Web 界面的地址，不含密码。</translation>
    </message>
    <message>
        <source>Address of Prometheus, without a password in it.</source>
        <translation>Prometheus 的地址，不含密码。</translation>
    </message>
    <message>
        <source>Address that Locust sends load to; empty: the one it was started with.</source>
        <translation>Locust 发送负载的目标地址；留空：其启动时使用的地址。</translation>
    </message>
    <message>
        <source>Age of a scrape when it can be read.</source>
        <translation>抓取数据可读取时的时延。</translation>
    </message>
    <message>
        <source>Also judges the published improvements, in profile published.</source>
        <translation>在 published 配置集中还评判已发表的改进幅度。</translation>
    </message>
    <message>
        <source>Annotation that takes the GPU pool&apos;s weight in percent.</source>
        <translation>存放 GPU 池权重（百分比）的注解。</translation>
    </message>
    <message>
        <source>Any action with equal probability</source>
        <translation>以相同概率选择任一动作</translation>
    </message>
    <message>
        <source>Appends 21 entries (ready replicas, users, last action, recent throughputs) to the ten numbers.</source>
        <translation>在十个数值之后追加 21 项（就绪副本、用户数、上次动作、近期吞吐量）。</translation>
    </message>
    <message>
        <source>Arrivals a second for one CPU pod.</source>
        <translation>每个 CPU Pod 对应的每秒到达数。</translation>
    </message>
    <message>
        <source>Arrivals a second for one GPU pod.</source>
        <translation>每个 GPU Pod 对应的每秒到达数。</translation>
    </message>
    <message>
        <source>Arrivals of pattern constant, independent of responses; 0: constant_users instead.</source>
        <translation>constant 模式的到达率，与响应无关；0：改用 constant_users。</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Believes any certificate of Locust. Shown as a warning wherever it is in use.</source>
        <translation>接受 Locust 的任何证书。启用处均显示警告。</translation>
    </message>
    <message>
        <source>Believes any certificate of Prometheus. Shown as a warning wherever it is in use.</source>
        <translation>接受 Prometheus 的任何证书。启用处均显示警告。</translation>
    </message>
    <message>
        <source>Best baseline</source>
        <translation>最佳基线</translation>
    </message>
    <message>
        <source>Best mean return of an evaluation so far</source>
        <translation>迄今评估的最佳平均回报</translation>
    </message>
    <message>
        <source>Busy share of the CPU pods</source>
        <translation>CPU Pod 的繁忙比例</translation>
    </message>
    <message>
        <source>Busy share of the GPU pods</source>
        <translation>GPU Pod 的繁忙比例</translation>
    </message>
    <message>
        <source>Busy share of the ready CPU servers</source>
        <translation>就绪 CPU 服务器的繁忙比例</translation>
    </message>
    <message>
        <source>Busy share of the ready GPU pods</source>
        <translation>就绪 GPU Pod 的繁忙比例</translation>
    </message>
    <message>
        <source>CPU in use over CPU requested by the CPU Deployment&apos;s pods, as PromQL; empty: not asked.</source>
        <translation>CPU Deployment 各 Pod 的 CPU 使用量与请求量之比，PromQL 表达式；留空则不查询。</translation>
    </message>
    <message>
        <source>CPU index of the last action</source>
        <translation>上次动作的 CPU 索引</translation>
    </message>
    <message>
        <source>CPU pods that serve</source>
        <translation>正在提供服务的 CPU Pod</translation>
    </message>
    <message>
        <source>CPU pods that start</source>
        <translation>正在启动的 CPU Pod</translation>
    </message>
    <message>
        <source>CPU pods; two more while p95 is bad.</source>
        <translation>CPU Pod 数；p95 不佳时多两个。</translation>
    </message>
    <message>
        <source>CPU replicas asked for</source>
        <translation>要求的 CPU 副本数</translation>
    </message>
    <message>
        <source>CPU replicas of the baseline, no GPU pods, never scaled</source>
        <translation>采用基线的 CPU 副本数，无 GPU Pod，从不伸缩</translation>
    </message>
    <message>
        <source>CPU replicas of the static-cpu baseline.</source>
        <translation>static-cpu 基线的 CPU 副本数。</translation>
    </message>
    <message>
        <source>CPU replicas that an episode starts with.</source>
        <translation>回合开始时的 CPU 副本数。</translation>
    </message>
    <message>
        <source>CPU time of one image.</source>
        <translation>一张图像的 CPU 时间。</translation>
    </message>
    <message>
        <source>Changes against the previous one within three steps</source>
        <translation>三步之内与前一次方向相反的更改</translation>
    </message>
    <message>
        <source>Clip range of the policy&apos;s probability ratio.</source>
        <translation>策略概率比的裁剪范围。</translation>
    </message>
    <message>
        <source>Clip range of the value loss; 0: none.</source>
        <translation>价值损失的裁剪范围；0：不裁剪。</translation>
    </message>
    <message>
        <source>Clipped surrogate loss, mean over minibatches</source>
        <translation>裁剪后的代理损失，各小批量的均值</translation>
    </message>
    <message>
        <source>Coefficient of variation of a CPU request&apos;s time.</source>
        <translation>CPU 请求耗时的变异系数。</translation>
    </message>
    <message>
        <source>Coefficient of variation of a GPU batch&apos;s time.</source>
        <translation>GPU 批次耗时的变异系数。</translation>
    </message>
    <message>
        <source>Coefficient of variation of that time.</source>
        <translation>该时间的变异系数。</translation>
    </message>
    <message>
        <source>Confidence of every interval.</source>
        <translation>所有区间的置信水平。</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Context of the kubeconfig; empty: the current one.</source>
        <translation>kubeconfig 的上下文；留空：当前上下文。</translation>
    </message>
    <message>
        <source>Cost against the baseline, and utilisation</source>
        <translation>相对基线的成本与利用率</translation>
    </message>
    <message>
        <source>Cost of an episode (USD)</source>
        <translation>每回合成本 (USD)</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Data older than this is no data, and nothing is scaled on it.</source>
        <translation>早于此时间的数据视为无数据，不据此伸缩。</translation>
    </message>
    <message>
        <source>Deployment of the CPU pool.</source>
        <translation>CPU 池的 Deployment。</translation>
    </message>
    <message>
        <source>Deployment of the GPU pool.</source>
        <translation>GPU 池的 Deployment。</translation>
    </message>
    <message>
        <source>Desired CPU replicas</source>
        <translation>期望的 CPU 副本数</translation>
    </message>
    <message>
        <source>Desired GPU replicas</source>
        <translation>期望的 GPU 副本数</translation>
    </message>
    <message>
        <source>Desired less ready CPU pods</source>
        <translation>期望数减去就绪的 CPU Pod 数</translation>
    </message>
    <message>
        <source>Desired less ready GPU pods</source>
        <translation>期望数减去就绪的 GPU Pod 数</translation>
    </message>
    <message>
        <source>Discount of future rewards, a step.</source>
        <translation>未来奖励每步的折扣。</translation>
    </message>
    <message>
        <source>Ends an update&apos;s epochs once approx_kl is above it; 0: never.</source>
        <translation>approx_kl 超过此值即结束本次更新的各轮；0：从不。</translation>
    </message>
    <message>
        <source>Entropy of the policy, summed over the action heads</source>
        <translation>策略的熵，对各动作头求和</translation>
    </message>
    <message>
        <source>Entropy weight at the end of the run, reached linearly.</source>
        <translation>运行结束时的熵权重，线性变化到该值。</translation>
    </message>
    <message>
        <source>Environment steps a second since the previous update</source>
        <translation>自上次更新以来每秒的环境步数</translation>
    </message>
    <message>
        <source>Environments that are stepped together.</source>
        <translation>一起步进的环境数。</translation>
    </message>
    <message>
        <source>Episode return by load pattern: means with intervals.</source>
        <translation>按负载模式划分的回合回报：均值及区间。</translation>
    </message>
    <message>
        <source>Episodes a pattern for every candidate when a rule is calibrated; never the test episodes.</source>
        <translation>校准规则时每个候选在每种模式上的回合数；绝不使用测试回合。</translation>
    </message>
    <message>
        <source>Episodes a pattern of each evaluation; the best mean return becomes best_model.pt; 0: no evaluation.</source>
        <translation>每次评估中每种模式的回合数；平均回报最佳者成为 best_model.pt；0：不评估。</translation>
    </message>
    <message>
        <source>Episodes a pattern, the same for every policy.</source>
        <translation>每种模式的回合数，对所有策略相同。</translation>
    </message>
    <message>
        <source>Episodes between two evaluations; 0: only at the end.</source>
        <translation>两次评估之间的回合数；0：仅在结束时。</translation>
    </message>
    <message>
        <source>Episodes between two model_episode_*.pt.</source>
        <translation>两个 model_episode_*.pt 之间的回合数。</translation>
    </message>
    <message>
        <source>Epochs done in this update</source>
        <translation>本次更新完成的轮数</translation>
    </message>
    <message>
        <source>Estimated KL divergence from the policy that collected</source>
        <translation>相对于采样策略的 KL 散度估计</translation>
    </message>
    <message>
        <source>Estimated energy of the pods</source>
        <translation>Pod 的估计能耗</translation>
    </message>
    <message>
        <source>Estimated wait above which a request may go to the other pool.</source>
        <translation>估计等待超过此值时，请求可转到另一个池。</translation>
    </message>
    <message>
        <source>Every policy on every load pattern: means of an episode with intervals.</source>
        <translation>每个策略在每种负载模式上：每回合均值及区间。</translation>
    </message>
    <message>
        <source>Failed readings in a row before falling back.</source>
        <translation>连续读取失败达到此次数后采用回退值。</translation>
    </message>
    <message>
        <source>Fewest pods of a pool; 0 scales to zero.</source>
        <translation>每个池的最少 Pod 数；0 表示可缩容到零。</translation>
    </message>
    <message>
        <source>Fewest replicas of each pool.</source>
        <translation>每个池的最少副本数。</translation>
    </message>
    <message>
        <source>Figures and reports.</source>
        <translation>图表与报告。</translation>
    </message>
    <message>
        <source>File formats of figures.</source>
        <translation>图表的文件格式。</translation>
    </message>
    <message>
        <source>File of pattern trace; looked for beside this configuration, then in the working directory.</source>
        <translation>trace 模式的文件；先在本配置旁查找，再在工作目录中查找。</translation>
    </message>
    <message>
        <source>File with a bearer token for Prometheus; or TRIMTAB_PROMETHEUS_TOKEN.</source>
        <translation>存放 Prometheus bearer 令牌的文件；或使用 TRIMTAB_PROMETHEUS_TOKEN。</translation>
    </message>
    <message>
        <source>Forbids replica changes that the bounds would undo.</source>
        <translation>禁止会被上下限抵消的副本更改。</translation>
    </message>
    <message>
        <source>Form of the reward; kisim is the original project&apos;s and rewards always-max most of all.</source>
        <translation>奖励的形式；kisim 为原项目的形式，最偏向 always-max。</translation>
    </message>
    <message>
        <source>Format of the trace.</source>
        <translation>轨迹的格式。</translation>
    </message>
    <message>
        <source>GPU index of the last action</source>
        <translation>上次动作的 GPU 索引</translation>
    </message>
    <message>
        <source>GPU pods beyond it stay Pending.</source>
        <translation>超出的 GPU Pod 保持 Pending。</translation>
    </message>
    <message>
        <source>GPU pods for one GPU pod&apos;s capacity of arrivals.</source>
        <translation>到达率相当于一个 GPU Pod 容量时所需的 GPU Pod 数。</translation>
    </message>
    <message>
        <source>GPU pods that serve</source>
        <translation>正在提供服务的 GPU Pod</translation>
    </message>
    <message>
        <source>GPU pods that the cluster has room for; more are not asked for.</source>
        <translation>集群可容纳的 GPU Pod 数；不会要求更多。</translation>
    </message>
    <message>
        <source>GPU pods that wait for quota or start</source>
        <translation>等待配额或启动的 GPU Pod</translation>
    </message>
    <message>
        <source>GPU pods too many that are kept.</source>
        <translation>允许保留的多余 GPU Pod 数。</translation>
    </message>
    <message>
        <source>GPU pods without load.</source>
        <translation>无负载时的 GPU Pod 数。</translation>
    </message>
    <message>
        <source>GPU replicas asked for</source>
        <translation>要求的 GPU 副本数</translation>
    </message>
    <message>
        <source>GPU replicas of the baseline, no CPU pods, never scaled</source>
        <translation>采用基线的 GPU 副本数，无 CPU Pod，从不伸缩</translation>
    </message>
    <message>
        <source>GPU replicas of the static-gpu baseline.</source>
        <translation>static-gpu 基线的 GPU 副本数。</translation>
    </message>
    <message>
        <source>GPU replicas that an episode starts with.</source>
        <translation>回合开始时的 GPU 副本数。</translation>
    </message>
    <message>
        <source>GPU time of a batch of no images.</source>
        <translation>不含图像的批次的 GPU 时间。</translation>
    </message>
    <message>
        <source>GPU time that each image adds to a batch.</source>
        <translation>每张图像给批次增加的 GPU 时间。</translation>
    </message>
    <message>
        <source>Gradient norm before clipping, mean over minibatches</source>
        <translation>裁剪前的梯度范数，各小批量的均值</translation>
    </message>
    <message>
        <source>Growth allowed in a policy period; 0: no such policy.</source>
        <translation>每个策略周期内允许的增长；0：无此策略。</translation>
    </message>
    <message>
        <source>Hidden layers.</source>
        <translation>隐藏层数。</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Holds a Lease, so that two programs never control one workload.</source>
        <translation>持有 Lease，使两个程序不会同时控制同一工作负载。</translation>
    </message>
    <message>
        <source>How far a rising trend is followed ahead of time.</source>
        <translation>上升趋势提前推算的时间。</translation>
    </message>
    <message>
        <source>How fast users come when the target rises.</source>
        <translation>目标上升时用户到来的速度。</translation>
    </message>
    <message>
        <source>How much the seed moves a pattern&apos;s peak and times; wide is for tests of a shift.</source>
        <translation>随机种子使模式的峰值和时间偏移的程度；wide 用于分布偏移测试。</translation>
    </message>
    <message>
        <source>How the placement action is carried out; none: it is masked.</source>
        <translation>放置动作的执行方式；none：屏蔽该动作。</translation>
    </message>
    <message>
        <source>IQM</source>
        <translation>IQM</translation>
    </message>
    <message>
        <source>Images that a user posts at once.</source>
        <translation>用户一次提交的图像数。</translation>
    </message>
    <message>
        <source>Its return</source>
        <translation>其回报</translation>
    </message>
    <message>
        <source>KEDA scaled objects driven by arrivals a second</source>
        <translation>由每秒到达数驱动的 KEDA ScaledObject</translation>
    </message>
    <message>
        <source>Keeps the newest so many model_episode_*.pt; 0: all.</source>
        <translation>保留最新的这么多个 model_episode_*.pt；0：全部。</translation>
    </message>
    <message>
        <source>Kind of the object whose annotation carries the weight.</source>
        <translation>其注解承载权重的对象类型。</translation>
    </message>
    <message>
        <source>Kubeconfig file; empty: KUBECONFIG, ~/.kube/config, or the pod&apos;s own service account.</source>
        <translation>kubeconfig 文件；留空：KUBECONFIG、~/.kube/config 或 Pod 自身的服务账户。</translation>
    </message>
    <message>
        <source>Kubernetes HorizontalPodAutoscaler v2, one a pool</source>
        <translation>Kubernetes HorizontalPodAutoscaler v2，每池一个</translation>
    </message>
    <message>
        <source>Kubernetes namespace of the workload.</source>
        <translation>工作负载所在的 Kubernetes 命名空间。</translation>
    </message>
    <message>
        <source>Label of the Service&apos;s selector: gpu, cpu, or absent when balanced.</source>
        <translation>Service 选择器的标签：gpu、cpu，均衡时无此标签。</translation>
    </message>
    <message>
        <source>Lambda of generalised advantage estimation.</source>
        <translation>广义优势估计 (GAE) 的 lambda。</translation>
    </message>
    <message>
        <source>Largest batch of a GPU pod.</source>
        <translation>GPU Pod 的最大批次。</translation>
    </message>
    <message>
        <source>Latency against the baseline of the pattern</source>
        <translation>相对该模式基线的延迟</translation>
    </message>
    <message>
        <source>Learning rate at the end of the run, reached linearly.</source>
        <translation>运行结束时的学习率，线性变化到该值。</translation>
    </message>
    <message>
        <source>Learning rate of this update</source>
        <translation>本次更新的学习率</translation>
    </message>
    <message>
        <source>Learns as if the task went on after the episode&apos;s time; false where the episode is the task.</source>
        <translation>学习时视任务在回合时间之后继续；若回合即任务则为 false。</translation>
    </message>
    <message>
        <source>Leaves provenance out of figures and reports.</source>
        <translation>图表和报告中不写入来源信息。</translation>
    </message>
    <message>
        <source>Length of a step; whole seconds.</source>
        <translation>一步的长度；整秒。</translation>
    </message>
    <message>
        <source>Length of an episode; a multiple of action_interval.</source>
        <translation>一回合的长度；action_interval 的整数倍。</translation>
    </message>
    <message>
        <source>Length of the run in episodes; 0: total_steps counts.</source>
        <translation>以回合计的运行长度；0：以 total_steps 为准。</translation>
    </message>
    <message>
        <source>Length of the run over all environments; ignored where total_episodes is above 0.</source>
        <translation>所有环境合计的运行长度；total_episodes 大于 0 时忽略。</translation>
    </message>
    <message>
        <source>Length, seeds and intervals of a training run.</source>
        <translation>训练运行的长度、随机种子和间隔。</translation>
    </message>
    <message>
        <source>Load patterns to evaluate on; empty: those of load.patterns.</source>
        <translation>用于评估的负载模式；留空：load.patterns 中的模式。</translation>
    </message>
    <message>
        <source>Load patterns, one an episode in turn.</source>
        <translation>负载模式，每回合轮流一个。</translation>
    </message>
    <message>
        <source>Longest pause of a user between requests.</source>
        <translation>用户两次请求之间的最长停顿。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean cost of an episode</source>
        <translation>每回合平均成本</translation>
    </message>
    <message>
        <source>Mean number of steps that changed a replica count</source>
        <translation>更改副本数的平均步数</translation>
    </message>
    <message>
        <source>Mean of the windows&apos; 95th percentiles</source>
        <translation>各窗口第 95 百分位的均值</translation>
    </message>
    <message>
        <source>Mean return of the greedy policy</source>
        <translation>贪婪策略的平均回报</translation>
    </message>
    <message>
        <source>Mean share of windows whose p95 exceeds the SLO</source>
        <translation>p95 超过 SLO 的窗口的平均比例</translation>
    </message>
    <message>
        <source>Mean successes over responses</source>
        <translation>成功数与响应数之比的均值</translation>
    </message>
    <message>
        <source>Mean time until a CPU pod&apos;s container is up.</source>
        <translation>CPU Pod 的容器启动完成的平均时间。</translation>
    </message>
    <message>
        <source>Mean time until a GPU pod&apos;s container is up.</source>
        <translation>GPU Pod 的容器启动完成的平均时间。</translation>
    </message>
    <message>
        <source>Mean utilisation of the GPUs of the GPU Deployment&apos;s pods, as PromQL; empty: not asked.</source>
        <translation>GPU Deployment 各 Pod 的 GPU 平均利用率，PromQL 表达式；留空则不查询。</translation>
    </message>
    <message>
        <source>Memory in use over memory requested</source>
        <translation>内存使用量与请求量之比</translation>
    </message>
    <message>
        <source>Memory in use over memory requested by both Deployments&apos; pods, as PromQL; empty: not asked.</source>
        <translation>两个 Deployment 各 Pod 的内存使用量与请求量之比，PromQL 表达式；留空则不查询。</translation>
    </message>
    <message>
        <source>Memory in use over what the pods request</source>
        <translation>内存使用量与 Pod 请求量之比</translation>
    </message>
    <message>
        <source>Memory of a request in the system.</source>
        <translation>系统中一个请求占用的内存。</translation>
    </message>
    <message>
        <source>Memory of an idle CPU pod.</source>
        <translation>空闲 CPU Pod 的内存。</translation>
    </message>
    <message>
        <source>Memory of an idle GPU pod.</source>
        <translation>空闲 GPU Pod 的内存。</translation>
    </message>
    <message>
        <source>Memory that a pod requests.</source>
        <translation>Pod 请求的内存。</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Most CPU pods the planner considers; 0: 8, or 5 for long episodes.</source>
        <translation>规划器考虑的最多 CPU Pod 数；0：8，长回合为 5。</translation>
    </message>
    <message>
        <source>Most GPU pods the planner considers; 0: 7, or the bound for long episodes.</source>
        <translation>规划器考虑的最多 GPU Pod 数；0：7，长回合为上限值。</translation>
    </message>
    <message>
        <source>Most replicas of each pool.</source>
        <translation>每个池的最多副本数。</translation>
    </message>
    <message>
        <source>Most replicas that one decision changes in a pool.</source>
        <translation>一次决策在一个池中最多更改的副本数。</translation>
    </message>
    <message>
        <source>Most that the replicas may cost, at the prices of section simulator; 0: no cap.</source>
        <translation>副本成本的上限，按 simulator 节的价格计；0：无上限。</translation>
    </message>
    <message>
        <source>Multiplies every value of the trace.</source>
        <translation>轨迹中每个值的倍数。</translation>
    </message>
    <message>
        <source>Name of the Ingress, Service or HTTPRoute that places traffic.</source>
        <translation>负责放置流量的 Ingress、Service 或 HTTPRoute 的名称。</translation>
    </message>
    <message>
        <source>Name of the Lease.</source>
        <translation>Lease 的名称。</translation>
    </message>
    <message>
        <source>Natural logarithm of active users over 30</source>
        <translation>活跃用户数除以 30 的自然对数</translation>
    </message>
    <message>
        <source>Neurons of a hidden layer.</source>
        <translation>每个隐藏层的神经元数。</translation>
    </message>
    <message>
        <source>One trunk for actor and critic, instead of one each.</source>
        <translation>演员与评论家共用一个主干，而非各用一个。</translation>
    </message>
    <message>
        <source>Options of the policies that a model is compared with.</source>
        <translation>与模型比较的各策略的选项。</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed Locust&apos;s certificate; empty: the system&apos;s.</source>
        <translation>签发 Locust 证书的机构的 PEM 文件；留空：系统自带。</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed Prometheus&apos;s certificate; empty: the system&apos;s.</source>
        <translation>签发 Prometheus 证书的机构的 PEM 文件；留空：系统自带。</translation>
    </message>
    <message>
        <source>PPO.</source>
        <translation>PPO。</translation>
    </message>
    <message>
        <source>Paired difference in episode return, policy minus baseline, with its interval.</source>
        <translation>回合回报的配对差值（策略减基线）及其区间。</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>Passes over the buffer in an update.</source>
        <translation>每次更新遍历缓冲区的次数。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Percent of traffic for the GPU pool when GPU is preferred, balanced, CPU preferred.</source>
        <translation>偏好 GPU、均衡、偏好 CPU 时，GPU 池所占流量的百分比。</translation>
    </message>
    <message>
        <source>Period of the scaling policies.</source>
        <translation>伸缩策略的周期。</translation>
    </message>
    <message>
        <source>Planner&apos;s return</source>
        <translation>规划器的回报</translation>
    </message>
    <message>
        <source>Pods of a pool while the metric cannot be read.</source>
        <translation>无法读取指标期间每个池的 Pod 数。</translation>
    </message>
    <message>
        <source>Pods that may be added in a policy period; 0: no such policy.</source>
        <translation>每个策略周期内可增加的 Pod 数；0：无此策略。</translation>
    </message>
    <message>
        <source>Pods that may be removed in a policy period; 0: no such policy.</source>
        <translation>每个策略周期内可移除的 Pod 数；0：无此策略。</translation>
    </message>
    <message>
        <source>Policies to compare with.</source>
        <translation>用于比较的策略。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Power of a busy GPU.</source>
        <translation>繁忙 GPU 的功率。</translation>
    </message>
    <message>
        <source>Power of a busy vCPU.</source>
        <translation>繁忙 vCPU 的功率。</translation>
    </message>
    <message>
        <source>Power of an idle GPU.</source>
        <translation>空闲 GPU 的功率。</translation>
    </message>
    <message>
        <source>Power of an idle vCPU.</source>
        <translation>空闲 vCPU 的功率。</translation>
    </message>
    <message>
        <source>Price of a CPU pod.</source>
        <translation>CPU Pod 的价格。</translation>
    </message>
    <message>
        <source>Price of a GPU pod.</source>
        <translation>GPU Pod 的价格。</translation>
    </message>
    <message>
        <source>Price of the pods that started or were ready</source>
        <translation>启动中或已就绪的 Pod 的价格</translation>
    </message>
    <message>
        <source>Ready CPU pods, time average</source>
        <translation>就绪的 CPU Pod，时间平均</translation>
    </message>
    <message>
        <source>Ready GPU pods over ready pods, mean</source>
        <translation>就绪 GPU Pod 占就绪 Pod 的比例，均值</translation>
    </message>
    <message>
        <source>Ready GPU pods, time average</source>
        <translation>就绪的 GPU Pod，时间平均</translation>
    </message>
    <message>
        <source>Relative change of mean users between the last two windows</source>
        <translation>最近两个窗口间平均用户数的相对变化</translation>
    </message>
    <message>
        <source>Relative change of the arrival rate over 20 s</source>
        <translation>20 s 内到达率的相对变化</translation>
    </message>
    <message>
        <source>Relative change of users within the window</source>
        <translation>窗口内用户数的相对变化</translation>
    </message>
    <message>
        <source>Relative excess of the target that is tolerated before scaling up.</source>
        <translation>扩容前允许的目标相对超出量。</translation>
    </message>
    <message>
        <source>Relative shortfall of the target that is tolerated before scaling down.</source>
        <translation>缩容前允许的目标相对不足量。</translation>
    </message>
    <message>
        <source>Replicas in proportion to the estimated arrivals</source>
        <translation>副本数与估计到达数成比例</translation>
    </message>
    <message>
        <source>Requests answered in time</source>
        <translation>及时响应的请求</translation>
    </message>
    <message>
        <source>Requests answered successfully, as PromQL; empty: not asked.</source>
        <translation>成功响应的请求，PromQL 表达式；留空则不查询。</translation>
    </message>
    <message>
        <source>Requests that a CPU pod works on at once.</source>
        <translation>CPU Pod 同时处理的请求数。</translation>
    </message>
    <message>
        <source>Requests that arrived a second</source>
        <translation>每秒到达的请求数</translation>
    </message>
    <message>
        <source>Requests that timed out</source>
        <translation>超时的请求</translation>
    </message>
    <message>
        <source>Resamples of a bootstrap interval.</source>
        <translation>自助法区间的重采样次数。</translation>
    </message>
    <message>
        <source>Resources over all load patterns, of an episode: means with intervals.</source>
        <translation>所有负载模式下每回合的资源：均值及区间。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Return above the statics&apos;</source>
        <translation>高出静态分配的回报</translation>
    </message>
    <message>
        <source>Reversals of direction that a pool may make within shield_flap_window_s.</source>
        <translation>一个池在 shield_flap_window_s 内允许的方向反转次数。</translation>
    </message>
    <message>
        <source>Run folder that backend replay feeds back.</source>
        <translation>replay 后端回放的运行文件夹。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Scale of users in the extended observation.</source>
        <translation>扩展观测中用户数的尺度。</translation>
    </message>
    <message>
        <source>Scales advantages to mean 0 and deviation 1, a minibatch at a time.</source>
        <translation>将优势标准化为均值 0、标准差 1，逐小批量进行。</translation>
    </message>
    <message>
        <source>Scales inputs by their running mean and deviation, saved with the checkpoint.</source>
        <translation>按运行均值和标准差缩放输入，并随检查点保存。</translation>
    </message>
    <message>
        <source>Scaling down takes the highest recommendation of this time.</source>
        <translation>缩容采用此时间内的最高建议值。</translation>
    </message>
    <message>
        <source>Scaling up takes the lowest recommendation of this time.</source>
        <translation>扩容采用此时间内的最低建议值。</translation>
    </message>
    <message>
        <source>Search over the true future: a ceiling, never a baseline</source>
        <translation>对真实未来的搜索：仅作上限，绝非基线</translation>
    </message>
    <message>
        <source>Seed of every random number of the run.</source>
        <translation>运行中所有随机数的种子。</translation>
    </message>
    <message>
        <source>Seeds of the runs of a pipeline or a sweep.</source>
        <translation>流水线或扫描中各运行的随机种子。</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Served share against the baseline of the pattern</source>
        <translation>相对该模式基线的服务比例</translation>
    </message>
    <message>
        <source>Service of the CPU pool among the HTTPRoute&apos;s backends.</source>
        <translation>HTTPRoute 后端中 CPU 池的 Service。</translation>
    </message>
    <message>
        <source>Service of the GPU pool among the HTTPRoute&apos;s backends.</source>
        <translation>HTTPRoute 后端中 GPU 池的 Service。</translation>
    </message>
    <message>
        <source>Sets Locust&apos;s users along the load pattern; false where traffic comes by itself.</source>
        <translation>按负载模式设置 Locust 的用户数；流量自行到来时为 false。</translation>
    </message>
    <message>
        <source>Settings that enter the search of a calibrated policy.</source>
        <translation>参与校准策略搜索的设置数。</translation>
    </message>
    <message>
        <source>Share closed</source>
        <translation>弥合比例</translation>
    </message>
    <message>
        <source>Share of arrivals sent to the preferred pool.</source>
        <translation>发送到偏好池的到达比例。</translation>
    </message>
    <message>
        <source>Share of cost saved</source>
        <translation>节省成本的比例</translation>
    </message>
    <message>
        <source>Share of samples whose probability ratio was clipped</source>
        <translation>概率比被裁剪的样本比例</translation>
    </message>
    <message>
        <source>Share of the episode that has passed</source>
        <translation>回合已过的比例</translation>
    </message>
    <message>
        <source>Share of the returns&apos; variance that the value estimate explains</source>
        <translation>价值估计所解释的回报方差比例</translation>
    </message>
    <message>
        <source>Share of the trace for training; the parts are cut by time.</source>
        <translation>轨迹用于训练的比例；按时间切分。</translation>
    </message>
    <message>
        <source>Share of the trace for validation; the rest is for tests.</source>
        <translation>轨迹用于验证的比例；其余用于测试。</translation>
    </message>
    <message>
        <source>Share of windows whose p95 exceeds the SLO</source>
        <translation>p95 超过 SLO 的窗口比例</translation>
    </message>
    <message>
        <source>Shortest pause of a user between requests.</source>
        <translation>用户两次请求之间的最短停顿。</translation>
    </message>
    <message>
        <source>Shrinkage allowed in a policy period; 0: no such policy.</source>
        <translation>每个策略周期内允许的缩减；0：无此策略。</translation>
    </message>
    <message>
        <source>Sign of the last CPU change, 0 after three steps</source>
        <translation>上次 CPU 更改的符号，三步后为 0</translation>
    </message>
    <message>
        <source>Sign of the last GPU change, 0 after three steps</source>
        <translation>上次 GPU 更改的符号，三步后为 0</translation>
    </message>
    <message>
        <source>Spread of the arrival rate over its mean</source>
        <translation>到达率的离散程度与其均值之比</translation>
    </message>
    <message>
        <source>Spreads the phases of the environments over the first episode.</source>
        <translation>将各环境的相位分散在第一个回合内。</translation>
    </message>
    <message>
        <source>Squared error of the value estimate, mean over minibatches</source>
        <translation>价值估计的平方误差，各小批量的均值</translation>
    </message>
    <message>
        <source>Standard deviation of the return over episodes</source>
        <translation>回报在各回合间的标准差</translation>
    </message>
    <message>
        <source>States the planner keeps a step; 0: 60, or 16 for episodes of more than 20 steps.</source>
        <translation>规划器每步保留的状态数；0：60，超过 20 步的回合为 16。</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Step size of Adam.</source>
        <translation>Adam 的步长。</translation>
    </message>
    <message>
        <source>Steps a minibatch; at most buffer_size.</source>
        <translation>每个小批量的步数；不超过 buffer_size。</translation>
    </message>
    <message>
        <source>Steps an update over all environments; a multiple of training.n_envs.</source>
        <translation>每次更新中所有环境合计的步数；training.n_envs 的整数倍。</translation>
    </message>
    <message>
        <source>Steps in a row with p95 above environment.slo_ms that forbid scaling down; 0: never.</source>
        <translation>p95 连续超过 environment.slo_ms 达此步数即禁止缩容；0：从不。</translation>
    </message>
    <message>
        <source>Steps in a row with p95 above the SLO after which the HPA rule decides; 0: never.</source>
        <translation>p95 连续超过 SLO 达此步数后由 HPA 规则决策；0：从不。</translation>
    </message>
    <message>
        <source>Steps of an episode</source>
        <translation>一回合的步数</translation>
    </message>
    <message>
        <source>Steps that changed a replica count</source>
        <translation>更改副本数的步数</translation>
    </message>
    <message>
        <source>Successes a second</source>
        <translation>每秒成功数</translation>
    </message>
    <message>
        <source>Successes over responses</source>
        <translation>成功数与响应数之比</translation>
    </message>
    <message>
        <source>Successful requests a second</source>
        <translation>每秒成功请求数</translation>
    </message>
    <message>
        <source>Successful requests a second as the agent observes it</source>
        <translation>智能体观测到的每秒成功请求数</translation>
    </message>
    <message>
        <source>Sum of the rewards of an episode</source>
        <translation>一回合的奖励总和</translation>
    </message>
    <message>
        <source>Target utilisation of the CPU pool.</source>
        <translation>CPU 池的目标利用率。</translation>
    </message>
    <message>
        <source>Target utilisation of the GPU pool.</source>
        <translation>GPU 池的目标利用率。</translation>
    </message>
    <message>
        <source>The autoscaler, its numbers searched on calibration seeds</source>
        <translation>自动伸缩器，其参数在校准种子上搜索得到</translation>
    </message>
    <message>
        <source>The best fixed allocation, searched on calibration seeds</source>
        <translation>最佳固定分配，在校准种子上搜索得到</translation>
    </message>
    <message>
        <source>The embedded cluster&apos;s parameters.</source>
        <translation>内置集群的参数。</translation>
    </message>
    <message>
        <source>The embedded cluster, a real one, or a recorded run.</source>
        <translation>内置集群、真实集群或已记录的运行。</translation>
    </message>
    <message>
        <source>The first N episodes of each pattern keep every step with the decision behind it.</source>
        <translation>每种模式的前 N 个回合保留每一步及其背后的决策。</translation>
    </message>
    <message>
        <source>The form with behavior; false: stabilises over hpa_down_window_s and at most doubles.</source>
        <translation>带 behavior 的形式；false：在 hpa_down_window_s 内稳定，且至多翻倍。</translation>
    </message>
    <message>
        <source>The gradient&apos;s norm is clipped to this.</source>
        <translation>梯度范数裁剪到此值。</translation>
    </message>
    <message>
        <source>The initial allocation, never scaled</source>
        <translation>初始分配，从不伸缩</translation>
    </message>
    <message>
        <source>The rule, its numbers searched on calibration seeds</source>
        <translation>规则策略，其参数在校准种子上搜索得到</translation>
    </message>
    <message>
        <source>The scenario; sets the defaults of other keys.</source>
        <translation>场景；决定其他键的默认值。</translation>
    </message>
    <message>
        <source>The service level objective: p95 latency at most this.</source>
        <translation>服务等级目标 (SLO)：p95 延迟不超过此值。</translation>
    </message>
    <message>
        <source>The task: time, replicas, observation and reward.</source>
        <translation>任务：时间、副本、观测和奖励。</translation>
    </message>
    <message>
        <source>The time that the flap budget is for.</source>
        <translation>抖动预算所对应的时间。</translation>
    </message>
    <message>
        <source>The traffic that the workload meets.</source>
        <translation>工作负载所面对的流量。</translation>
    </message>
    <message>
        <source>Thinning: each request of the trace is kept with this probability.</source>
        <translation>抽稀：轨迹中的每个请求以此概率保留。</translation>
    </message>
    <message>
        <source>Threads of the update; a run is reproducible for a given number.</source>
        <translation>更新所用线程数；线程数相同时运行可复现。</translation>
    </message>
    <message>
        <source>Threads that play episodes; 0: one a core.</source>
        <translation>执行回合的线程数；0：每核一个。</translation>
    </message>
    <message>
        <source>Threads that step the environments; 0: one a core. Never changes the result.</source>
        <translation>推进环境的线程数；0：每核一个。绝不改变结果。</translation>
    </message>
    <message>
        <source>Throughput 0 windows ago</source>
        <translation>0 个窗口之前的吞吐量</translation>
    </message>
    <message>
        <source>Throughput 1 windows ago</source>
        <translation>1 个窗口之前的吞吐量</translation>
    </message>
    <message>
        <source>Throughput 2 windows ago</source>
        <translation>2 个窗口之前的吞吐量</translation>
    </message>
    <message>
        <source>Throughput 3 windows ago</source>
        <translation>3 个窗口之前的吞吐量</translation>
    </message>
    <message>
        <source>Throughput 4 windows ago</source>
        <translation>4 个窗口之前的吞吐量</translation>
    </message>
    <message>
        <source>Time after a change in which a pool is not scaled down.</source>
        <translation>更改之后在此时间内不对该池缩容。</translation>
    </message>
    <message>
        <source>Time after a change in which a pool is not scaled up.</source>
        <translation>更改之后在此时间内不对该池扩容。</translation>
    </message>
    <message>
        <source>Time between a CPU pod&apos;s probes.</source>
        <translation>CPU Pod 两次探测之间的时间。</translation>
    </message>
    <message>
        <source>Time between a GPU pod&apos;s probes.</source>
        <translation>GPU Pod 两次探测之间的时间。</translation>
    </message>
    <message>
        <source>Time between scrapes of the metrics; 0: the window&apos;s own statistics.</source>
        <translation>两次指标抓取之间的时间；0：使用窗口自身的统计。</translation>
    </message>
    <message>
        <source>Time between two decisions of the autoscaler.</source>
        <translation>自动伸缩器两次决策之间的时间。</translation>
    </message>
    <message>
        <source>Time between two readings of the metric.</source>
        <translation>两次读取指标之间的时间。</translation>
    </message>
    <message>
        <source>Time from a pod&apos;s creation until it is ready</source>
        <translation>从创建 Pod 到就绪的时间</translation>
    </message>
    <message>
        <source>Time without arrivals before the last pod goes.</source>
        <translation>无到达多久后移除最后一个 Pod。</translation>
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
        <translation>每隔这么多回合更新一次，缓冲区可未满；0：缓冲区满时更新。</translation>
    </message>
    <message>
        <source>Upper bound of current_throughput.</source>
        <translation>current_throughput 的上界。</translation>
    </message>
    <message>
        <source>User of Locust; the password comes from the keychain or TRIMTAB_LOCUST_PASSWORD.</source>
        <translation>Locust 的用户名；密码来自密钥环或 TRIMTAB_LOCUST_PASSWORD。</translation>
    </message>
    <message>
        <source>User of Prometheus; the password comes from the keychain or TRIMTAB_PROMETHEUS_PASSWORD.</source>
        <translation>Prometheus 的用户名；密码来自密钥环或 TRIMTAB_PROMETHEUS_PASSWORD。</translation>
    </message>
    <message>
        <source>Users at the high end of a pattern.</source>
        <translation>模式高端的用户数。</translation>
    </message>
    <message>
        <source>Users at the low end of a pattern.</source>
        <translation>模式低端的用户数。</translation>
    </message>
    <message>
        <source>Users of pattern constant; used while constant_rps is 0.</source>
        <translation>constant 模式的用户数；constant_rps 为 0 时使用。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Verdicts by episode return: is the policy better or worse than the baseline?</source>
        <translation>按回合回报的判定：策略优于还是劣于基线？</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Weight of latency_improvement in the reward.</source>
        <translation>latency_improvement 在奖励中的权重。</translation>
    </message>
    <message>
        <source>Weight of resource_efficiency in the reward.</source>
        <translation>resource_efficiency 在奖励中的权重。</translation>
    </message>
    <message>
        <source>Weight of stability_bonus in the reward.</source>
        <translation>stability_bonus 在奖励中的权重。</translation>
    </message>
    <message>
        <source>Weight of the entropy bonus in this update</source>
        <translation>本次更新中熵奖励的权重</translation>
    </message>
    <message>
        <source>Weight of the entropy bonus.</source>
        <translation>熵奖励的权重。</translation>
    </message>
    <message>
        <source>Weight of the past in a smoothed curve; 0: raw.</source>
        <translation>平滑曲线中过去值的权重；0：原始值。</translation>
    </message>
    <message>
        <source>Weight of the value loss.</source>
        <translation>价值损失的权重。</translation>
    </message>
    <message>
        <source>Weight of throughput_improvement in the reward.</source>
        <translation>throughput_improvement 在奖励中的权重。</translation>
    </message>
    <message>
        <source>Weighted sum of the four components</source>
        <translation>四个分量的加权和</translation>
    </message>
    <message>
        <source>Wh</source>
        <translation>Wh</translation>
    </message>
    <message>
        <source>What $window stands for in the queries; at least two scrape intervals.</source>
        <translation>查询中 $window 的取值；至少为两个抓取间隔。</translation>
    </message>
    <message>
        <source>What a model is compared with, and how often.</source>
        <translation>与模型比较的对象及次数。</translation>
    </message>
    <message>
        <source>What improvements are relative to: static baselines measured here, or the published constants.</source>
        <translation>改进的参照：在此测得的静态基线，或已发表的常数。</translation>
    </message>
    <message>
        <source>Where latency, throughput and users come from.</source>
        <translation>延迟、吞吐量和用户数的来源。</translation>
    </message>
    <message>
        <source>Where the network is trained.</source>
        <translation>在何处训练网络。</translation>
    </message>
    <message>
        <source>Where the use of CPU and memory comes from; metrics-server has no GPUs.</source>
        <translation>CPU 和内存用量的来源；metrics-server 不含 GPU。</translation>
    </message>
    <message>
        <source>Where traffic goes under KEDA.</source>
        <translation>使用 KEDA 时流量的去向。</translation>
    </message>
    <message>
        <source>Where traffic goes under the autoscaler.</source>
        <translation>使用自动伸缩器时流量的去向。</translation>
    </message>
    <message>
        <source>Where traffic goes under the rule.</source>
        <translation>使用规则时流量的去向。</translation>
    </message>
    <message>
        <source>Where traffic prefers to go when an episode starts.</source>
        <translation>回合开始时流量偏好的去向。</translation>
    </message>
    <message>
        <source>Where traffic prefers to go: 0 GPU, 1 balanced, 2 CPU</source>
        <translation>流量偏好的去向：0 GPU，1 均衡，2 CPU</translation>
    </message>
    <message>
        <source>Which cluster the environment stands on.</source>
        <translation>环境所基于的集群。</translation>
    </message>
    <message>
        <source>Which part of the trace episodes are cut from.</source>
        <translation>回合取自轨迹的哪一部分。</translation>
    </message>
    <message>
        <source>Which policy counts when scaling down.</source>
        <translation>缩容时采用哪条策略。</translation>
    </message>
    <message>
        <source>Which policy counts when scaling up.</source>
        <translation>扩容时采用哪条策略。</translation>
    </message>
    <message>
        <source>Which user counts the patterns reach.</source>
        <translation>各模式达到的用户数。</translation>
    </message>
    <message>
        <source>Width and text size of figures.</source>
        <translation>图表的宽度和文字大小。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>max_replicas of each pool, never scaled</source>
        <translation>每个池均为 max_replicas，从不伸缩</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>min_replicas of each pool, never scaled</source>
        <translation>每个池均为 min_replicas，从不伸缩</translation>
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
        <translation>无差异</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>observe reads, shadow decides and logs, confirm asks before a change, auto acts.</source>
        <translation>observe 只读取，shadow 决策并记录，confirm 更改前询问，auto 自动执行。</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>req/s</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>rule-calibrated has one setting a pattern; false: one for all.</source>
        <translation>rule-calibrated 每种模式各用一组设置；false：共用一组。</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>steps/s</source>
        <translation>步/s</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>users/s</source>
        <translation>用户/s</translation>
    </message>
    <message>
        <source>vCPUs of a CPU pod and of a GPU pod&apos;s host.</source>
        <translation>CPU Pod 以及 GPU Pod 主机的 vCPU 数。</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>Requests that failed, as PromQL; empty: not asked; failures are then unknown, and what arrives is what was answered.</source>
        <translation>失败的请求，PromQL 表达式；留空则不查询；此时失败数未知，到达数即已响应数。</translation>
    </message>
    <message>
        <source>Time before an episode at the load of its first second, not scored; whole seconds. A live cluster needs 30 s to know the load&apos;s trend: what is missing of them at 0 is held.</source>
        <translation>回合之前以其第一秒负载运行的时间，不计分；整秒。真实集群需要 30 s 才能得知负载趋势：设为 0 时，所缺的时间内保持不变。</translation>
    </message>
    <message>
        <source>the kubeconfig cannot be used, or there is none</source>
        <translation>kubeconfig 无法使用，或不存在</translation>
    </message>
    <message>
        <source>the token or certificate is wrong, has expired, or belongs to another cluster</source>
        <translation>令牌或证书错误、已过期，或属于另一个集群</translation>
    </message>
    <message>
        <source>the server does not answer as an API server does</source>
        <translation>服务器的应答不像 API 服务器</translation>
    </message>
    <message>
        <source>the server takes this session for system:anonymous</source>
        <translation>服务器把此会话视为 system:anonymous</translation>
    </message>
    <message>
        <source>the kubeconfig&apos;s user has no credentials</source>
        <translation>kubeconfig 中的用户没有凭据</translation>
    </message>
    <message>
        <source>the server does not tell which rights there are</source>
        <translation>服务器没有告知有哪些权限</translation>
    </message>
    <message>
        <source>no Role gives this right</source>
        <translation>没有 Role 授予此权限</translation>
    </message>
    <message>
        <source>may observe and control</source>
        <translation>可以观察和控制</translation>
    </message>
    <message>
        <source>a Deployment has another name, or lives in another namespace</source>
        <translation>某个 Deployment 名称不同，或位于另一个命名空间</translation>
    </message>
    <message>
        <source>nothing else scales these Deployments</source>
        <translation>没有其他程序伸缩这些 Deployment</translation>
    </message>
    <message>
        <source>control is refused; observing is allowed</source>
        <translation>拒绝控制；允许观察</translation>
    </message>
    <message>
        <source>the address or a file cannot be used</source>
        <translation>地址或某个文件无法使用</translation>
    </message>
    <message>
        <source>it wants a token or a password, and the one given is wrong or missing</source>
        <translation>需要令牌或密码，而所给的错误或缺失</translation>
    </message>
    <message>
        <source>what answers there is not a Prometheus, or its external URL has a path</source>
        <translation>那里应答的不是 Prometheus，或其外部 URL 带有路径</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Locust was started with a login</source>
        <translation>Locust 启动时启用了登录</translation>
    </message>
    <message>
        <source>what answers there is not Locust&apos;s web interface</source>
        <translation>那里应答的不是 Locust 的网页界面</translation>
    </message>
    <message>
        <source>no test runs, so latency and throughput have no data</source>
        <translation>没有测试在运行，因此延迟和吞吐量没有数据</translation>
    </message>
    <message>
        <source>nobody has started the load, and cluster.drive_load is false</source>
        <translation>没有人启动负载，且 cluster.drive_load 为 false</translation>
    </message>
    <message>
        <source>no request succeeds: throughput is zero</source>
        <translation>没有请求成功：吞吐量为零</translation>
    </message>
    <message>
        <source>the target is wrong, or the allocation is too small for the load</source>
        <translation>目标错误，或分配对负载而言太小</translation>
    </message>
    <message>
        <source>not running; the load controller will start it</source>
        <translation>未运行；负载控制器会启动它</translation>
    </message>
    <message>
        <source>it is misspelt, or only known inside the cluster or behind a VPN</source>
        <translation>拼写有误，或只在集群内或 VPN 后可知</translation>
    </message>
    <message>
        <source>the service does not run there, or a port-forward has ended</source>
        <translation>服务未在那里运行，或端口转发已结束</translation>
    </message>
    <message>
        <source>a firewall drops the packets, or the machine is down</source>
        <translation>防火墙丢弃了数据包，或机器已关闭</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not valid yet: one of the two clocks is wrong</source>
        <translation>服务器的证书尚未生效：两个时钟之一有误</translation>
    </message>
    <message>
        <source>the certificate is for another name than the one in the address</source>
        <translation>证书对应的名称与地址中的不同</translation>
    </message>
    <message>
        <source>the certificate was signed by an authority that is not trusted here</source>
        <translation>证书由此处不信任的机构签名</translation>
    </message>
    <message>
        <source>the server does not speak TLS on this port</source>
        <translation>服务器在此端口上不使用 TLS</translation>
    </message>
    <message>
        <source>not used: the address begins with http://</source>
        <translation>未使用：地址以 http:// 开头</translation>
    </message>
    <message>
        <source>the file cannot be used</source>
        <translation>文件无法使用</translation>
    </message>
    <message>
        <source>encrypted, but the certificate is NOT verified: anybody between could read along</source>
        <translation>已加密，但证书未经验证：中间的任何人都可能窃读</translation>
    </message>
    <message>
        <source>the proxy of the environment resolves and connects</source>
        <translation>由环境中的代理解析并连接</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ownership</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>is not a known key; did you mean &apos;%1&apos;?</source>
        <translation>不是已知的键；您是否想写“%1”？</translation>
    </message>
    <message>
        <source>is not a section; did you mean &apos;%1&apos;?</source>
        <translation>不是一个节；您是否想写“%1”？</translation>
    </message>
    <message>
        <source>must be %1, not nothing</source>
        <translation>必须是%1，而不能为空</translation>
    </message>
    <message>
        <source>must be %1, not %2; did you mean &apos;%3&apos;?</source>
        <translation>必须是%1，而不是%2；您是否想写“%3”？</translation>
    </message>
    <message>
        <source>must be %1, not %2</source>
        <translation>必须是%1，而不是%2</translation>
    </message>
    <message>
        <source>is not a finite number; it must be %1</source>
        <translation>不是有限的数；必须是%1</translation>
    </message>
    <message>
        <source>must have at most 1000 entries</source>
        <translation>最多只能有 1000 个条目</translation>
    </message>
    <message>
        <source>must hold keys, not a list</source>
        <translation>必须包含键，而不是列表</translation>
    </message>
    <message>
        <source>must hold keys, not &apos;%1&apos;</source>
        <translation>必须包含键，而不是“%1”</translation>
    </message>
    <message>
        <source>is given twice; keep one of them</source>
        <translation>给出了两次；请保留其中一个</translation>
    </message>
    <message>
        <source>is given twice; put its keys together</source>
        <translation>给出了两次；请把它的键放在一起</translation>
    </message>
    <message>
        <source>is larger than a configuration can be (256 KiB)</source>
        <translation>超过了配置允许的大小（256 KiB）</translation>
    </message>
    <message>
        <source>is not a text in UTF-8</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>is empty; give at least one section, such as `agent:`</source>
        <translation>是空的；请至少给出一个节，例如 `agent:`</translation>
    </message>
    <message>
        <source>is not valid YAML: %1</source>
        <translation>不是有效的 YAML：%1</translation>
    </message>
    <message>
        <source>is a list; expected sections such as `agent:` with keys below them</source>
        <translation>是一个列表；应为 `agent:` 这样的节，其下是键</translation>
    </message>
    <message>
        <source>is not a configuration; expected sections such as `agent:`</source>
        <translation>不是配置；应为 `agent:` 这样的节</translation>
    </message>
    <message>
        <source>has too many mistakes; the rest is not shown</source>
        <translation>错误太多；其余的不再显示</translation>
    </message>
    <message>
        <source>must look like section.key=value</source>
        <translation>必须写成 section.key=value 的形式</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a list of whole numbers from %1 to %2</source>
        <translation>%1 到 %2 之间的整数列表</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>由 %1 组成的列表</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a block of keys</source>
        <translation>键的块</translation>
    </message>
    <message>
        <source>the text &quot;%1&quot;</source>
        <translation>文本“%1”</translation>
    </message>
    <message>
        <source>must be whole seconds</source>
        <translation>必须是整数秒</translation>
    </message>
    <message>
        <source>must be a multiple of environment.action_interval (%1 s)</source>
        <translation>必须是 environment.action_interval（%1 s）的整数倍</translation>
    </message>
    <message>
        <source>must be at most %1 (%2)</source>
        <translation>最多为 %1（%2）</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>最多为 %1</translation>
    </message>
    <message>
        <source>must lie between environment.min_replicas and environment.max_replicas (%1 to %2)</source>
        <translation>必须介于 environment.min_replicas 与 environment.max_replicas 之间（%1 到 %2）</translation>
    </message>
    <message>
        <source>is 0 like all other weights; at least one must be above 0</source>
        <translation>与其他所有权重一样为 0；至少有一个必须大于 0</translation>
    </message>
    <message>
        <source>must name at least one pattern</source>
        <translation>必须至少指定一种负载模式</translation>
    </message>
    <message>
        <source>must name at least one format</source>
        <translation>必须至少指定一种格式</translation>
    </message>
    <message>
        <source>must name at least one seed</source>
        <translation>必须至少指定一个种子</translation>
    </message>
    <message>
        <source>must name a file, because pattern trace is used</source>
        <translation>必须指定一个文件，因为使用了模式 trace</translation>
    </message>
    <message>
        <source>and load.trace_validation_share must add up to at most 1</source>
        <translation>与 load.trace_validation_share 之和最多为 1</translation>
    </message>
    <message>
        <source>must be a multiple of training.n_envs (%1), such as %2 or %3</source>
        <translation>必须是 training.n_envs（%1）的整数倍，例如 %2 或 %3</translation>
    </message>
    <message>
        <source>must be a multiple of training.n_envs (%1), such as %2</source>
        <translation>必须是 training.n_envs（%1）的整数倍，例如 %2</translation>
    </message>
    <message>
        <source>makes a run of %1 steps, which would end before its first update; it needs %2 (agent.buffer_size), or agent.update_interval_episodes above 0</source>
        <translation>使运行只有 %1 步，在第一次更新之前就会结束；需要 %2 步（agent.buffer_size），或者让 agent.update_interval_episodes 大于 0</translation>
    </message>
    <message>
        <source>makes a run of %1 episodes, which would end before its first update; it needs %2 (agent.update_interval_episodes)</source>
        <translation>使运行只有 %1 个回合，在第一次更新之前就会结束；需要 %2 个回合（agent.update_interval_episodes）</translation>
    </message>
    <message>
        <source>must name a run folder, because cluster.backend is replay</source>
        <translation>必须指定一个运行文件夹，因为 cluster.backend 是 replay</translation>
    </message>
    <message>
        <source>must name a Deployment</source>
        <translation>必须指定一个 Deployment</translation>
    </message>
    <message>
        <source>must not be the GPU pool&apos;s Deployment</source>
        <translation>不能是 GPU 池的 Deployment</translation>
    </message>
    <message>
        <source>must name the object that places traffic, or set cluster.placement to none</source>
        <translation>必须指定分配流量的对象，或者把 cluster.placement 设为 none</translation>
    </message>
    <message>
        <source>must have three numbers: GPU preferred, balanced, CPU preferred</source>
        <translation>必须有三个数：优先 GPU、均衡、优先 CPU</translation>
    </message>
    <message>
        <source>must be at least cluster.slo_guard_samples (%1), or 0</source>
        <translation>至少为 cluster.slo_guard_samples（%1），或为 0</translation>
    </message>
    <message>
        <source>and cluster.query_throughput must hold queries, because cluster.traffic_source is prometheus</source>
        <translation>与 cluster.query_throughput 必须有查询，因为 cluster.traffic_source 是 prometheus</translation>
    </message>
    <message>
        <source>must not hold a user or a password, which would be stored with every run: name the user in cluster.prometheus_user or cluster.locust_user, and give the password as a secret</source>
        <translation>不能包含用户名或密码，否则会随每次运行一起保存：请在 cluster.prometheus_user 或 cluster.locust_user 中写用户名，并以机密的方式给出密码</translation>
    </message>
    <message>
        <source>must not hold a user or a password, which would be stored with every run: give them to Locust&apos;s own file</source>
        <translation>不能包含用户名或密码，否则会随每次运行一起保存：请写在 Locust 自己的文件里</translation>
    </message>
    <message>
        <source>names &apos;%1&apos; twice</source>
        <translation>两次写了“%1”</translation>
    </message>
    <message>
        <source>line %1 %2; mend the text first, then the fields can change it</source>
        <translation>第 %1 行%2；请先改正文本，然后才能用输入框修改</translation>
    </message>
    <message>
        <source>there is no key %1</source>
        <translation>没有键 %1</translation>
    </message>
    <message>
        <source>there is no such file; check the path</source>
        <translation>没有这个文件；请检查路径</translation>
    </message>
    <message>
        <source>is a directory; give a YAML or JSON file in it</source>
        <translation>是一个文件夹；请给出其中的 YAML 或 JSON 文件</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>there is no such sweep file; check the path</source>
        <translation>没有这个扫描文件；请检查路径</translation>
    </message>
    <message>
        <source>too many combinations: %1 is more than %2; sweep fewer values, or split the sweep</source>
        <translation>组合太多：%1 超过了 %2；请减少取值，或拆分扫描</translation>
    </message>
    <message>
        <source>sweep.configs has two files named %1; rename one, the result tells them apart by it</source>
        <translation>sweep.configs 中有两个名为 %1 的文件；请重命名其中一个，结果靠它来区分</translation>
    </message>
    <message>
        <source>sweep.patterns: load pattern &apos;%1&apos; stands in two entries; an entry is what one agent trains on, and the comparison needs each pattern once</source>
        <translation>sweep.patterns：负载模式“%1”出现在两个条目中；一个条目就是一个智能体训练所用的负载，比较时每种模式只需要一次</translation>
    </message>
    <message>
        <source>row %1 (%2): %3</source>
        <translation>第 %1 行（%2）：%3</translation>
    </message>
    <message>
        <source>rows %1 and %2 ask for the same run: a grid value repeats what another key or file says; remove one of them</source>
        <translation>第 %1 行和第 %2 行要求同一个运行：网格中的某个值与另一个键或文件重复；请删除其中一个</translation>
    </message>
    <message>
        <source>cannot stand here; %1</source>
        <translation>不能放在这里；%1</translation>
    </message>
    <message>
        <source>give the seeds as sweep.seeds</source>
        <translation>请把种子写在 sweep.seeds 中</translation>
    </message>
    <message>
        <source>every row starts anew</source>
        <translation>每一行都从头开始</translation>
    </message>
    <message>
        <source>give a configuration of that profile in sweep.configs</source>
        <translation>请在 sweep.configs 中给出该配置集的配置文件</translation>
    </message>
    <message>
        <source>give the patterns as sweep.patterns</source>
        <translation>请把负载模式写在 sweep.patterns 中</translation>
    </message>
    <message>
        <source>is missing; name at least one configuration</source>
        <translation>缺少；请至少指定一个配置</translation>
    </message>
    <message>
        <source>names %1, which is neither beside the sweep file nor in the working directory</source>
        <translation>指定了 %1，但它既不在扫描文件旁边，也不在工作文件夹中</translation>
    </message>
    <message>
        <source>must be a value or a list of values</source>
        <translation>必须是一个值或一组值</translation>
    </message>
    <message>
        <source>is an empty list; give at least one value</source>
        <translation>是空列表；请至少给出一个值</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to %1</source>
        <translation>必须是 0 到 %1 之间的整数</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must hold whole numbers from 0 to 9007199254740991 or ranges such as 1..32, not &apos;%1&apos;</source>
        <translation>必须是 0 到 9007199254740991 之间的整数或 1..32 这样的范围，而不是“%1”</translation>
    </message>
    <message>
        <source>has a range that is empty or too long: %1</source>
        <translation>其中的范围为空或太长：%1</translation>
    </message>
    <message>
        <source>has seed %1 twice; a run again is the same run</source>
        <translation>种子 %1 出现了两次；再运行一次也是同样的结果</translation>
    </message>
    <message>
        <source>has the value %1 twice</source>
        <translation>值 %1 出现了两次</translation>
    </message>
    <message>
        <source>is damaged; `trimtab sweep FILE --collect` writes it again</source>
        <translation>已损坏；`trimtab sweep FILE --collect` 会重新写出</translation>
    </message>
    <message>
        <source>is not the result of a sweep</source>
        <translation>不是扫描的结果</translation>
    </message>
    <message>
        <source>holds no sweep; `trimtab sweep FILE` makes one</source>
        <translation>其中没有扫描；`trimtab sweep FILE` 会生成一个</translation>
    </message>
    <message>
        <source>reading was stopped</source>
        <translation>读取已停止</translation>
    </message>
    <message>
        <source>this is not a sweep row&apos;s record; remove it to run the row again</source>
        <translation>这不是扫描中一行的记录；删除它即可重新运行这一行</translation>
    </message>
    <message>
        <source>another trimtab works on this; wait for it or stop it, then start again</source>
        <translation>另一个 trimtab 正在处理；请等待或停止它，然后重新开始</translation>
    </message>
    <message>
        <source>no configuration has a seed with every pattern finished, so there is nothing to compare</source>
        <translation>没有任何配置的某个种子完成了所有负载模式，因此无从比较</translation>
    </message>
    <message>
        <source>the configurations differ in %1, so they did not meet the same test episodes; the baselines are left out</source>
        <translation>各配置的 %1 不同，因此测试回合并不相同；基线被略去</translation>
    </message>
    <message>
        <source>stopped; run it again to continue</source>
        <translation>已停止；再次运行即可继续</translation>
    </message>
    <message>
        <source>%1 is not a number in some test episode</source>
        <translation>%1 在某个测试回合中不是数</translation>
    </message>
    <message>
        <source>this is not a checkpoint that can be read: %1; choose a .pt file that trimtab train wrote</source>
        <translation>这不是可以读取的检查点：%1；请选择由 trimtab train 写出的 .pt 文件</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is not a zip archive, which .pt files are</source>
        <translation>它不是 ZIP 归档，而 .pt 文件都是</translation>
    </message>
    <message>
        <source>it is a TorchScript module</source>
        <translation>它是 TorchScript 模块</translation>
    </message>
    <message>
        <source>its data.pkl is too large</source>
        <translation>其中的 data.pkl 太大</translation>
    </message>
    <message>
        <source>its data.pkl is truncated</source>
        <translation>其中的 data.pkl 不完整</translation>
    </message>
    <message>
        <source>its data.pkl is damaged</source>
        <translation>其中的 data.pkl 已损坏</translation>
    </message>
    <message>
        <source>it has no zip directory at its end: it is truncated</source>
        <translation>末尾没有 ZIP 目录：文件不完整</translation>
    </message>
    <message>
        <source>its zip directory is damaged</source>
        <translation>其 ZIP 目录已损坏</translation>
    </message>
    <message>
        <source>the checksum of entry &apos;%1&apos; is wrong: it is damaged</source>
        <translation>条目“%1”的校验和不对：文件已损坏</translation>
    </message>
    <message>
        <source>the data of tensor &apos;%1&apos; is missing</source>
        <translation>缺少张量“%1”的数据</translation>
    </message>
    <message>
        <source>it holds too many values</source>
        <translation>其中的值太多</translation>
    </message>
    <message>
        <source>it holds more than a dict of tensors (pickle opcode %1)</source>
        <translation>其中不只是张量字典（pickle 操作码 %1）</translation>
    </message>
    <message>
        <source>it refers to %1, which no checkpoint of this program does; nothing of it was executed</source>
        <translation>它引用了 %1，而本程序的检查点不会这样；其中没有任何内容被执行</translation>
    </message>
    <message>
        <source>it does not hold a dict</source>
        <translation>其中不是字典</translation>
    </message>
    <message>
        <source>this checkpoint cannot be used: %1</source>
        <translation>无法使用此检查点：%1</translation>
    </message>
    <message>
        <source>its format version is %1, this program reads %2</source>
        <translation>其格式版本为 %1，而本程序读取 %2</translation>
    </message>
    <message>
        <source>there is no such file; give the path of a .pt file</source>
        <translation>没有这个文件；请给出 .pt 文件的路径</translation>
    </message>
    <message>
        <source>this is not a file; give the path of a .pt file, not of its folder</source>
        <translation>这不是文件；请给出 .pt 文件的路径，而不是其文件夹</translation>
    </message>
    <message>
        <source>the file is larger than the 512 MiB that a checkpoint may have</source>
        <translation>文件超过了检查点允许的 512 MiB</translation>
    </message>
    <message>
        <source>the file cannot be read; check its permissions</source>
        <translation>无法读取文件；请检查其权限</translation>
    </message>
    <message>
        <source>this checkpoint holds weights only; resume from the run&apos;s last.pt, or use --init-from</source>
        <translation>此检查点只有权重；请用该运行的 last.pt 继续，或使用 --init-from</translation>
    </message>
    <message>
        <source>the run&apos;s configuration is not what its checkpoint was made with; undo the change of config.yaml, or start a new run from these weights with --init-from</source>
        <translation>该运行的配置与其检查点不符；请撤销对 config.yaml 的修改，或用 --init-from 从这些权重开始新的运行</translation>
    </message>
    <message>
        <source>the model was trained on %1 observations and this environment offers %2; set environment.extended_observation as it was in training (true: 31, false: 10)</source>
        <translation>模型用 %1 个观测值训练，而此环境提供 %2 个；请把 environment.extended_observation 设为训练时的值（true：31，false：10）</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s observation or action layout is not this configuration&apos;s; use the run&apos;s own configuration</source>
        <translation>检查点的观测或动作布局与此配置不符；请使用该运行自己的配置</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s run has seed %1, not %2; resume with the run&apos;s own configuration</source>
        <translation>检查点所属运行的种子是 %1，而不是 %2；请用该运行自己的配置继续</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s run has %1 environments, not %2; resume with the run&apos;s own configuration</source>
        <translation>检查点所属运行有 %1 个环境，而不是 %2 个；请用该运行自己的配置继续</translation>
    </message>
    <message>
        <source>the checkpoint holds no readable training state; resume from a last.pt of this program</source>
        <translation>检查点中没有可读的训练状态；请用本程序的 last.pt 继续</translation>
    </message>
    <message>
        <source>this run cannot be continued: %1; start a new run</source>
        <translation>此运行无法继续：%1；请开始新的运行</translation>
    </message>
    <message>
        <source>agent.device is cuda, but LibTorch finds no CUDA device; set agent.device to auto or cpu, or install a LibTorch built for CUDA and a matching driver</source>
        <translation>agent.device 是 cuda，但 LibTorch 找不到 CUDA 设备；请把 agent.device 设为 auto 或 cpu，或安装支持 CUDA 的 LibTorch 和匹配的驱动程序</translation>
    </message>
    <message>
        <source>the run would make no update: its %1 steps never fill agent.buffer_size (%2); lower agent.buffer_size, train longer, or set agent.update_interval_episodes</source>
        <translation>此运行不会进行任何更新：其 %1 步填不满 agent.buffer_size（%2）；请减小 agent.buffer_size、延长训练或设置 agent.update_interval_episodes</translation>
    </message>
    <message>
        <source>the run ended without an update: its steps never filled agent.buffer_size; lower it, train longer, or set agent.update_interval_episodes</source>
        <translation>运行结束时没有进行过更新：其步数从未填满 agent.buffer_size；请减小它、延长训练或设置 agent.update_interval_episodes</translation>
    </message>
    <message>
        <source>agent.buffer_size (%1) must be at least training.n_envs (%2): every environment needs a step before an update</source>
        <translation>agent.buffer_size（%1）至少为 training.n_envs（%2）：更新之前每个环境都需要一步</translation>
    </message>
    <message>
        <source>set training.total_steps or training.total_episodes above 0</source>
        <translation>请让 training.total_steps 或 training.total_episodes 大于 0</translation>
    </message>
    <message>
        <source>the loss or its gradient is not a finite number; the weights are those before this update. Lower agent.learning_rate or agent.max_grad_norm, or look for NaN in the rewards</source>
        <translation>损失或其梯度不是有限的数；权重保持此次更新之前的值。请减小 agent.learning_rate 或 agent.max_grad_norm，或检查奖励中是否有 NaN</translation>
    </message>
    <message>
        <source>an environment returned an observation that is not a number; check its metrics</source>
        <translation>某个环境返回的观测值不是数；请检查其指标</translation>
    </message>
    <message>
        <source>environment %1 returned a reward that is not a number</source>
        <translation>环境 %1 返回的奖励不是数</translation>
    </message>
    <message>
        <source>no data for %1 after %2 intervals of waiting; trimtab doctor tells which connection has none</source>
        <translation>等待 %2 个间隔后仍没有 %1 的数据；trimtab doctor 会指出哪个连接没有数据</translation>
    </message>
    <message>
        <source>the static baselines answered no request of pattern %1; choose environment.baseline: published or a higher load</source>
        <translation>静态基线没有响应模式 %1 的任何请求；请选择 environment.baseline: published 或更高的负载</translation>
    </message>
    <message>
        <source>cannot create the results folder %1: %2; choose another one with --results-dir</source>
        <translation>无法创建结果文件夹 %1：%2；请用 --results-dir 选择另一个</translation>
    </message>
    <message>
        <source>cannot create %1: %2; choose a results folder that you may write to with --results-dir</source>
        <translation>无法创建 %1：%2；请用 --results-dir 选择有写入权限的结果文件夹</translation>
    </message>
    <message>
        <source>%1 is full of runs of this second; choose another --results-dir</source>
        <translation>%1 中已有太多这一秒的运行；请选择另一个 --results-dir</translation>
    </message>
    <message>
        <source>cannot write %1: %2; free some space or choose another results folder</source>
        <translation>无法写入 %1：%2；请腾出空间或选择另一个结果文件夹</translation>
    </message>
    <message>
        <source>cannot write %1: %2; choose a results folder that you may write to</source>
        <translation>无法写入 %1：%2；请选择有写入权限的结果文件夹</translation>
    </message>
    <message>
        <source>cannot write %1: %2; check the path</source>
        <translation>无法写入 %1：%2；请检查路径</translation>
    </message>
    <message>
        <source>cannot read %1; check its permissions</source>
        <translation>无法读取 %1；请检查其权限</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>cannot list %1: %2</source>
        <translation>无法列出 %1 的内容：%2</translation>
    </message>
    <message>
        <source>another process is writing to %1; stop it before you resume this run</source>
        <translation>另一个进程正在写入 %1；请先停止它再继续此运行</translation>
    </message>
    <message>
        <source>Not enough memory. Use fewer environments or a smaller buffer.</source>
        <translation>内存不足。请减少环境数量或减小缓冲区。</translation>
    </message>
    <message>
        <source>The job broke off: %1</source>
        <translation>任务中断：%1</translation>
    </message>
    <message>
        <source>The job broke off for an unknown reason.</source>
        <translation>任务因未知原因中断。</translation>
    </message>
    <message>
        <source>Removed from the queue before it started.</source>
        <translation>在开始之前已从队列中移除。</translation>
    </message>
    <message>
        <source>%1 is not a run folder; give one like rl/training_20260101_120000</source>
        <translation>%1 不是运行文件夹；请给出类似 rl/training_20260101_120000 的文件夹</translation>
    </message>
    <message>
        <source>%1 holds no run: it has no manifest.json</source>
        <translation>%1 中没有运行：缺少 manifest.json</translation>
    </message>
    <message>
        <source>there is no model %1</source>
        <translation>没有模型 %1</translation>
    </message>
    <message>
        <source>%1 holds neither best_model.pt nor last.pt; give a .pt file</source>
        <translation>%1 中既没有 best_model.pt 也没有 last.pt；请给出 .pt 文件</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>%1 is a directory, not a file</source>
        <translation>%1 是文件夹，不是文件</translation>
    </message>
    <message>
        <source>the manifest is not a JSON object; the run&apos;s description is lost</source>
        <translation>清单不是 JSON 对象；该运行的描述已丢失</translation>
    </message>
    <message>
        <source>the evaluation was stopped</source>
        <translation>评估已停止</translation>
    </message>
    <message>
        <source>give at least one model or policy to evaluate</source>
        <translation>请至少给出一个要评估的模型或策略</translation>
    </message>
    <message>
        <source>policy %1 is given twice; give it once</source>
        <translation>策略 %1 给出了两次；只需给一次</translation>
    </message>
    <message>
        <source>there is no policy &apos;%1&apos;; choose one of %2</source>
        <translation>没有策略“%1”；请从 %2 中选择</translation>
    </message>
    <message>
        <source>an evaluation needs at least one policy</source>
        <translation>评估至少需要一个策略</translation>
    </message>
    <message>
        <source>an evaluation needs at least one load pattern</source>
        <translation>评估至少需要一种负载模式</translation>
    </message>
    <message>
        <source>runs must be between 1 and %1, not %2</source>
        <translation>运行次数必须介于 1 与 %1 之间，而不是 %2</translation>
    </message>
    <message>
        <source>the policy %1 is listed twice; give each another name</source>
        <translation>策略 %1 列出了两次；请各取不同的名称</translation>
    </message>
    <message>
        <source>there is nothing to compare: evaluate at least one policy on one pattern</source>
        <translation>无从比较：请至少用一种模式评估一个策略</translation>
    </message>
    <message>
        <source>two policies are called &apos;%1&apos;: rename one of them</source>
        <translation>有两个策略都叫“%1”：请重命名其中一个</translation>
    </message>
    <message>
        <source>policy &apos;%1&apos; has no episode of pattern &apos;%2&apos;: evaluate it on every pattern of the comparison</source>
        <translation>策略“%1”没有模式“%2”的回合：请用比较中的每种模式评估它</translation>
    </message>
    <message>
        <source>policies &apos;%1&apos; and &apos;%2&apos; did not meet the same episodes of pattern &apos;%3&apos; (%4 and %5 episodes, or other seeds): evaluate both on the same seeds; unpaired results are not compared</source>
        <translation>策略“%1”和“%2”在模式“%3”中遇到的回合不同（%4 个和 %5 个回合，或种子不同）：请用相同的种子评估两者；不成对的结果不作比较</translation>
    </message>
    <message>
        <source>candidate &apos;%1&apos; was not evaluated, or sees the future: name an evaluated policy or group</source>
        <translation>候选者“%1”没有被评估，或能预见未来：请指定一个已评估的策略或组</translation>
    </message>
    <message>
        <source>the expected improvements are relative to policy static-cpu: evaluate it as well</source>
        <translation>预期的改进以策略 static-cpu 为基准：请也评估它</translation>
    </message>
    <message>
        <source>not a comparison of this program, or damaged; run the comparison again</source>
        <translation>不是本程序的比较，或已损坏；请重新比较</translation>
    </message>
    <message>
        <source>not an evaluation of this program: %1; run the evaluation again</source>
        <translation>不是本程序的评估：%1；请重新评估</translation>
    </message>
    <message>
        <source>there is no figure preset &apos;%1&apos;; use one of %2</source>
        <translation>没有图形预设“%1”；请使用 %2 之一</translation>
    </message>
    <message>
        <source>there is no number to draw; check that the run recorded any metrics</source>
        <translation>没有可以绘制的数；请检查该运行是否记录了指标</translation>
    </message>
    <message>
        <source>The trace file does not exist; set load.trace to one.</source>
        <translation>轨迹文件不存在；请把 load.trace 设为存在的文件。</translation>
    </message>
    <message>
        <source>This is a directory; set load.trace to a file in it.</source>
        <translation>这是一个文件夹；请把 load.trace 设为其中的文件。</translation>
    </message>
    <message>
        <source>The trace file cannot be read; check its permissions.</source>
        <translation>无法读取轨迹文件；请检查其权限。</translation>
    </message>
    <message>
        <source>The trace has no values; it needs at least one line of data.</source>
        <translation>轨迹中没有值；至少需要一行数据。</translation>
    </message>
    <message>
        <source>The %1 part of the trace is empty; give it a larger share.</source>
        <translation>轨迹的 %1 部分是空的；请给它更大的份额。</translation>
    </message>
    <message>
        <source>The trace&apos;s part lasts %1 s, the episode %2 s; shorten environment.episode_duration or use a longer trace.</source>
        <translation>轨迹的这一部分长 %1 s，而回合长 %2 s；请缩短 environment.episode_duration 或使用更长的轨迹。</translation>
    </message>
    <message>
        <source>Unknown load pattern &quot;%1&quot;; use ramp, spike, periodic, random, constant, day or trace.</source>
        <translation>未知的负载模式“%1”；请使用 ramp、spike、periodic、random、constant、day 或 trace。</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; cannot be resolved. Check the address, and this machine&apos;s DNS.</source>
        <translation>无法解析名称“%1”。请检查地址和本机的 DNS。</translation>
    </message>
    <message>
        <source>Nothing listens there. Check address and port, and that the service runs.</source>
        <translation>那里没有服务在监听。请检查地址和端口，以及服务是否在运行。</translation>
    </message>
    <message>
        <source>The network does not reach this address. Check route, VPN and firewall.</source>
        <translation>网络无法到达此地址。请检查路由、VPN 和防火墙。</translation>
    </message>
    <message>
        <source>The connection timed out. Check route, VPN and firewall.</source>
        <translation>连接超时。请检查路由、VPN 和防火墙。</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete. Try again; check its log if it stays so.</source>
        <translation>服务器在回答完成之前关闭了连接。请重试；如果仍然如此，请检查其日志。</translation>
    </message>
    <message>
        <source>The answer cannot be understood as HTTP. Check the port, and http against https.</source>
        <translation>无法按 HTTP 理解其回答。请检查端口，以及应使用 http 还是 https。</translation>
    </message>
    <message>
        <source>%1 does not accept the credential (401). Check token, or user and password.%2</source>
        <translation>%1 不接受该凭据（401）。请检查令牌，或用户名和密码。%2</translation>
    </message>
    <message>
        <source>%1 refuses the request (403). Give the account the right, or use another one.%2</source>
        <translation>%1 拒绝了请求（403）。请授予该账户权限，或使用另一个账户。%2</translation>
    </message>
    <message>
        <source>%1 does not know this path (404). Check the address and its path.%2</source>
        <translation>%1 不认识此路径（404）。请检查地址及其路径。%2</translation>
    </message>
    <message>
        <source>%1 has too many requests (429). Ask less often.%2</source>
        <translation>%1 的请求太多（429）。请减少查询频率。%2</translation>
    </message>
    <message>
        <source>%1 has a fault of its own (%2). Try again; check its log.%3</source>
        <translation>%1 自身出现故障（%2）。请重试，并检查其日志。%3</translation>
    </message>
    <message>
        <source> It said: %1</source>
        <translation> 其回答：%1</translation>
    </message>
    <message>
        <source>the %1 %2 scales %3; two controllers would fight. Delete it, or observe only</source>
        <translation>%1 %2 正在伸缩 %3；两个控制器会互相冲突。请删除它，或只进行观察</translation>
    </message>
    <message>
        <source>%1 has %2 replicas and not %3: somebody else has changed it</source>
        <translation>%1 有 %2 个副本而不是 %3 个：有人修改了它</translation>
    </message>
    <message>
        <source>mode %1 needs a model or a policy to decide</source>
        <translation>模式 %1 需要模型或策略来作决定</translation>
    </message>
    <message>
        <source>the name %1 cannot be resolved</source>
        <translation>无法解析名称 %1</translation>
    </message>
    <message>
        <source>nothing listens on %1</source>
        <translation>%1 上没有服务在监听</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有响应</translation>
    </message>
    <message>
        <source>%1 accepts connections</source>
        <translation>%1 接受连接</translation>
    </message>
    <message>
        <source>may observe; may not control: %1</source>
        <translation>可以观察；不能控制：%1</translation>
    </message>
    <message>
        <source>%1 may not %2</source>
        <translation>%1 没有权限：%2</translation>
    </message>
    <message>
        <source>certificate valid until %1</source>
        <translation>证书有效期至 %1</translation>
    </message>
    <message>
        <source>the server&apos;s certificate ended on %1</source>
        <translation>服务器的证书已于 %1 到期</translation>
    </message>
    <message>
        <source>the query is wrong: %1</source>
        <translation>查询有误：%1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>%1 users, %2 req/s</source>
        <translation>%1 个用户，%2 req/s</translation>
    </message>
    <message>
        <source>Prometheus has no metric %1: what serves it must run, and Prometheus must scrape it</source>
        <translation>Prometheus 没有指标 %1：提供该指标的程序必须在运行，并由 Prometheus 抓取</translation>
    </message>
    <message>
        <source>Prometheus has no metric %1: %2 serves it, must run, and Prometheus must scrape it</source>
        <translation>Prometheus 没有指标 %1：该指标由 %2 提供，它必须在运行，并由 Prometheus 抓取</translation>
    </message>
    <message>
        <source>Prometheus has no metric %1, but others of %2: its version names this one otherwise, or a filter leaves it out</source>
        <translation>Prometheus 没有指标 %1，但有 %2 的其他指标：该版本使用了别的名称，或被过滤器排除</translation>
    </message>
    <message>
        <source>similar names there: %1</source>
        <translation>相近的名称：%1</translation>
    </message>
    <message>
        <source>Prometheus has %1, but none of its series has %2</source>
        <translation>Prometheus 有 %1，但其中没有任何序列带有 %2</translation>
    </message>
    <message>
        <source>Prometheus has %1, but none of its series fits %2</source>
        <translation>Prometheus 有 %1，但其中没有任何序列符合 %2</translation>
    </message>
    <message>
        <source>they have no label %1</source>
        <translation>它们没有标签 %1</translation>
    </message>
    <message>
        <source>values of %1 there: %2</source>
        <translation>%1 现有的取值：%2</translation>
    </message>
    <message>
        <source>the query gives %1 series where one is needed: aggregate it, as with sum(...)</source>
        <translation>查询返回 %1 个序列，而只需要一个：请聚合，例如使用 sum(...)</translation>
    </message>
    <message>
        <source>the last sample is %1 s old, more than the limit of %2 s</source>
        <translation>最近的样本已有 %1 秒，超过 %2 秒的上限</translation>
    </message>
    <message>
        <source>%1 %2/%3 ready</source>
        <translation>%1：%2/%3 就绪</translation>
    </message>
    <message>
        <source>the replicas of %1 are not known</source>
        <translation>%1 的副本数未知</translation>
    </message>
    <message>
        <source>%1 wants %2, and its controller has not said yet how many are ready</source>
        <translation>%1 期望 %2 个，其控制器尚未报告有多少就绪</translation>
    </message>
    <message>
        <source>no pod of %1 is ready</source>
        <translation>%1 没有就绪的 Pod</translation>
    </message>
    <message>
        <source>it measures %1 pods</source>
        <translation>正在测量 %1 个 Pod</translation>
    </message>
    <message>
        <source>%1 has %2 replicas, outside environment.min_replicas and max_replicas (%3 to %4)</source>
        <translation>%1 有 %2 个副本，超出 environment.min_replicas 与 max_replicas 的范围（%3 至 %4）</translation>
    </message>
    <message>
        <source>they do not start, or their readiness probe does not succeed</source>
        <translation>它们没有启动，或就绪探针未通过</translation>
    </message>
    <message>
        <source>another Trimtab controls these Deployments; control is refused</source>
        <translation>另一个 Trimtab 正在控制这些 Deployment；拒绝控制</translation>
    </message>
    <message>
        <source>metrics-server is not installed, or its pod does not run</source>
        <translation>未安装 metrics-server，或其 Pod 未运行</translation>
    </message>
    <message>
        <source>it knows no pod of this namespace</source>
        <translation>它不知道该命名空间中的任何 Pod</translation>
    </message>
    <message>
        <source>no pod runs there, or it has not measured them yet</source>
        <translation>那里没有运行的 Pod，或尚未测量它们</translation>
    </message>
    <message>
        <source>every series that it reads is there: check the window of rate(...), which must hold two samples, and the labels of its two sides</source>
        <translation>它读取的序列都存在：请检查 rate(...) 的时间窗口（须包含两个样本）以及两侧的标签</translation>
    </message>
    <message>
        <source>There is no kubeconfig: KUBECONFIG is not set, %1 does not exist, and this does not run within a pod. Put the cluster&apos;s kubeconfig there, or name its file in KUBECONFIG or in cluster.kubeconfig.</source>
        <translation>没有 kubeconfig：未设置 KUBECONFIG，%1 不存在，而且程序不在 Pod 中运行。请把集群的 kubeconfig 放在那里，或者在 KUBECONFIG 或 cluster.kubeconfig 中写明其文件。</translation>
    </message>
    <message>
        <source>There is no kubeconfig: KUBECONFIG names %1, which does not exist, and this does not run within a pod. Put the cluster&apos;s kubeconfig there, or name its file in KUBECONFIG or in cluster.kubeconfig.</source>
        <translation>没有 kubeconfig：KUBECONFIG 指向的 %1 不存在，而且程序不在 Pod 中运行。请把集群的 kubeconfig 放在那里，或者在 KUBECONFIG 或 cluster.kubeconfig 中写明其文件。</translation>
    </message>
    <message>
        <source>There is no kubeconfig: %1 names no cluster, and this does not run within a pod. Put the cluster&apos;s kubeconfig there, or name its file in KUBECONFIG or in cluster.kubeconfig.</source>
        <translation>没有 kubeconfig：%1 中没有集群，而且程序不在 Pod 中运行。请把集群的 kubeconfig 放在那里，或者在 KUBECONFIG 或 cluster.kubeconfig 中写明其文件。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds the Lease and renews it. Stop that Trimtab first; only one may control.</source>
        <translation>&apos;%1&apos; 持有 Lease 并在续期。请先停止那个 Trimtab；只能有一个进行控制。</translation>
    </message>
    <message>
        <source>waiting for the Lease, which %1 holds: at most %2 s, in case it has died</source>
        <translation>正在等待 %1 持有的 Lease：最多 %2 秒，以防其已终止</translation>
    </message>
    <message>
        <source>the Lease was lost: %1</source>
        <translation>Lease 已丢失：%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; took it</source>
        <translation>“%1” 已将其取走</translation>
    </message>
    <message>
        <source>somebody took it away</source>
        <translation>有人将其取走</translation>
    </message>
    <message>
        <source>somebody else changed %1</source>
        <translation>其他人更改了 %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>%1 steps, %2 episodes, %3 steps/s</source>
        <translation>%1 步，%2 个回合，%3 步/秒</translation>
    </message>
    <message>
        <source>episode %1 of %2</source>
        <translation>第 %1 个回合，共 %2 个</translation>
    </message>
    <message>
        <source>preparing %1</source>
        <translation>正在准备 %1</translation>
    </message>
    <message>
        <source>measuring the baselines</source>
        <translation>正在测量基线</translation>
    </message>
    <message>
        <source>%1 GB available</source>
        <translation>可用 %1 GB</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>bounds</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>程序库</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>the Lease %1 is held by %2</source>
        <translation>Lease %1 由 %2 持有</translation>
    </message>
    <message>
        <source>the query gives a text</source>
        <translation>查询返回的是文本</translation>
    </message>
    <message>
        <source>the query has an empty result: no such series now</source>
        <translation>查询结果为空：目前没有这样的序列</translation>
    </message>
    <message>
        <source>the value is not a number (no traffic, or a division by zero)</source>
        <translation>该值不是数字（没有流量，或除以零）</translation>
    </message>
    <message>
        <source>LibTorch uses the reference BLAS</source>
        <translation>LibTorch 使用的是参考 BLAS</translation>
    </message>
    <message>
        <source>OpenBLAS is not installed: what LibTorch computes on the processor is many times slower</source>
        <translation>未安装 OpenBLAS：LibTorch 在处理器上的计算会慢许多倍</translation>
    </message>
    <message>
        <source>agent.device is cuda, and this LibTorch sees no CUDA device</source>
        <translation>agent.device 为 cuda，而此 LibTorch 看不到 CUDA 设备</translation>
    </message>
    <message>
        <source>it was built without CUDA, or no device is visible to this process</source>
        <translation>它在编译时未启用 CUDA，或此进程看不到任何设备</translation>
    </message>
    <message>
        <source>this LibTorch sees no CUDA device; training takes the CPU</source>
        <translation>此 LibTorch 看不到 CUDA 设备；训练使用 CPU</translation>
    </message>
    <message>
        <source>CUDA is available; agent.device cpu takes the CPU</source>
        <translation>CUDA 可用；agent.device 为 cpu，使用 CPU</translation>
    </message>
    <message>
        <source>CUDA is available, and training takes it</source>
        <translation>CUDA 可用，训练会使用它</translation>
    </message>
    <message>
        <source>not known on this system; a run needs less than 600 MB</source>
        <translation>此系统上未知；一次运行需要不到 600 MB</translation>
    </message>
    <message>
        <source>a run may need 600 MB, and compiling 1.1 GB a LibTorch source: the system ends what takes more than there is</source>
        <translation>一次运行可能需要 600 MB，编译每个 LibTorch 源文件需要 1.1 GB：系统会终止超出可用内存的程序</translation>
    </message>
    <message>
        <source>control is paused: %1</source>
        <translation>控制已暂停：%1</translation>
    </message>
    <message>
        <source>control goes on</source>
        <translation>控制继续</translation>
    </message>
    <message>
        <source>mode stays %1: %2</source>
        <translation>模式仍为 %1：%2</translation>
    </message>
    <message>
        <source>mode %1</source>
        <translation>模式 %1</translation>
    </message>
    <message>
        <source>there is no policy to act</source>
        <translation>没有可以行动的策略</translation>
    </message>
    <message>
        <source>a manual action needs mode confirm or auto</source>
        <translation>手动操作需要 confirm 或 auto 模式</translation>
    </message>
    <message>
        <source>a change was not made: %1</source>
        <translation>有一项更改未执行：%1</translation>
    </message>
    <message>
        <source>the load could not be stopped: %1</source>
        <translation>无法停止负载：%1</translation>
    </message>
    <message>
        <source>restored: %1 (left alone: %2)</source>
        <translation>已恢复：%1（保持原样：%2）</translation>
    </message>
    <message>
        <source>restored: %1</source>
        <translation>已恢复：%1</translation>
    </message>
    <message>
        <source>%1 has its %2</source>
        <translation>%1 已是原来的 %2</translation>
    </message>
    <message>
        <source>%1 stays at %2, which somebody else set; it was %3</source>
        <translation>%1 保持为 %2，这是别人设置的；原来是 %3</translation>
    </message>
    <message>
        <source>a session of %1 ended without restoring the replicas; trimtab control --restore puts them back</source>
        <translation>%1 的会话结束时没有恢复副本；用 trimtab control --restore 恢复</translation>
    </message>
    <message>
        <source>%1 has the address %2</source>
        <translation>%1 的地址是 %2</translation>
    </message>
    <message>
        <source>LibTorch&apos;s part of Trimtab, lib/trimtab/libtrimtab_torch.so, is not installed beside the program; install the package trimtab again</source>
        <translation>Trimtab 的 LibTorch 部分 lib/trimtab/libtrimtab_torch.so 没有安装在程序旁边；请重新安装 trimtab 软件包</translation>
    </message>
    <message>
        <source>LibTorch cannot be loaded: %1</source>
        <translation>无法加载 LibTorch：%1</translation>
    </message>
    <message>
        <source>%1 belongs to another version of Trimtab than %2; install both anew</source>
        <translation>%1 属于与 %2 不同的 Trimtab 版本；请重新安装两者</translation>
    </message>
    <message>
        <source>its library is missing, damaged, or of another version</source>
        <translation>它的库缺失、损坏或属于另一个版本</translation>
    </message>
</context>
<context>
    <name>DecisionLogModel</name>
    <message>
        <source>Shield: %1</source>
        <translation>防护：%1</translation>
    </message>
</context>
<context>
    <name>EpisodeTexts</name>
    <message>
        <source>prefers GPU</source>
        <translation>偏好 GPU</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>prefers CPU</source>
        <translation>偏好 CPU</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>A value is not allowed</source>
        <translation>有一个值不被允许</translation>
    </message>
    <message>
        <source>Change the value that is named and try again.</source>
        <translation>请修改指出的值后重试。</translation>
    </message>
    <message>
        <source>A file cannot be understood</source>
        <translation>无法解析文件</translation>
    </message>
    <message>
        <source>Check that it is the file you meant and that it is whole.</source>
        <translation>请检查是否为所需的文件，以及文件是否完整。</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>缺少内容</translation>
    </message>
    <message>
        <source>Check the name and whether it has been moved or deleted.</source>
        <translation>请检查名称，以及它是否已被移动或删除。</translation>
    </message>
    <message>
        <source>This is not possible here</source>
        <translation>此处无法进行该操作</translation>
    </message>
    <message>
        <source>See the message for what would be needed.</source>
        <translation>所需条件请见消息。</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>读取或写入失败</translation>
    </message>
    <message>
        <source>Check the free space and your rights in that folder.</source>
        <translation>请检查剩余空间以及您对该文件夹的权限。</translation>
    </message>
    <message>
        <source>The numbers ran away</source>
        <translation>数值发散</translation>
    </message>
    <message>
        <source>The last good checkpoint is kept; try a lower learning rate.</source>
        <translation>最后一个完好的检查点已保留；请尝试更小的学习率。</translation>
    </message>
    <message>
        <source>A service cannot be reached</source>
        <translation>无法连接服务</translation>
    </message>
    <message>
        <source>Check the address and the connection, then try again.</source>
        <translation>请检查地址和网络连接后重试。</translation>
    </message>
    <message>
        <source>Access was refused</source>
        <translation>访问被拒绝</translation>
    </message>
    <message>
        <source>Check the identity and the rights that it has been given.</source>
        <translation>请检查身份及其被授予的权限。</translation>
    </message>
    <message>
        <source>Somebody else was faster</source>
        <translation>已被他人抢先修改</translation>
    </message>
    <message>
        <source>Load the present state and try again.</source>
        <translation>请载入当前状态后重试。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>What was finished before is kept.</source>
        <translation>此前已完成的内容均已保留。</translation>
    </message>
    <message>
        <source>A defect of the program</source>
        <translation>程序缺陷</translation>
    </message>
    <message>
        <source>Please report it with the log.</source>
        <translation>请附上日志报告此问题。</translation>
    </message>
</context>
<context>
    <name>NumberTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>PlayTexts</name>
    <message>
        <source>Observation</source>
        <translation>观测</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Latency improvement</source>
        <translation>延迟改进</translation>
    </message>
    <message>
        <source>Throughput improvement</source>
        <translation>吞吐量改进</translation>
    </message>
    <message>
        <source>Resource efficiency</source>
        <translation>资源效率</translation>
    </message>
    <message>
        <source>Stability bonus</source>
        <translation>稳定性奖励</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>本步</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Would set</source>
        <translation>拟设置</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>(ceiling)</source>
        <translation>（上限）</translation>
    </message>
    <message>
        <source>The episode is over.</source>
        <translation>回合已结束。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>玩家</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>SLO viol. (%)</source>
        <translation>违反 SLO (%)</translation>
    </message>
    <message>
        <source>Served (%)</source>
        <translation>已服务 (%)</translation>
    </message>
    <message>
        <source>Cost (USD)</source>
        <translation>成本 (USD)</translation>
    </message>
    <message>
        <source>Scalings</source>
        <translation>伸缩次数</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>PreflightTexts</name>
    <message>
        <source>Width of the page</source>
        <translation>页面宽度</translation>
    </message>
    <message>
        <source>%1 pt, the preset has %2 pt</source>
        <translation>%1 pt，预设为 %2 pt</translation>
    </message>
    <message>
        <source>Text of 8 pt or more</source>
        <translation>文字不小于 8 pt</translation>
    </message>
    <message>
        <source>%1 pt at final size</source>
        <translation>最终尺寸下 %1 pt</translation>
    </message>
    <message>
        <source>Fonts embedded, none of Type 3</source>
        <translation>字体已嵌入，无 Type 3 字体</translation>
    </message>
    <message>
        <source>a font is of Type 3</source>
        <translation>有字体为 Type 3</translation>
    </message>
    <message>
        <source>font files in the PDF: %1</source>
        <translation>PDF 中的字体文件：%1</translation>
    </message>
    <message>
        <source>a font is not embedded</source>
        <translation>有字体未嵌入</translation>
    </message>
    <message>
        <source>Series told apart in grey</source>
        <translation>灰度下可区分各系列</translation>
    </message>
    <message>
        <source>%1 and %2 look the same</source>
        <translation>%1 与 %2 看起来相同</translation>
    </message>
    <message>
        <source>by dash, marker, hatching or lightness</source>
        <translation>通过线型、标记、填充纹理或明度</translation>
    </message>
    <message>
        <source>Nothing outside of the plot</source>
        <translation>绘图区外无内容</translation>
    </message>
    <message>
        <source>every value is inside</source>
        <translation>所有值均在区内</translation>
    </message>
    <message>
        <source>600 dpi where it is a picture</source>
        <translation>位图为 600 dpi</translation>
    </message>
    <message>
        <source>PNG at %1 dpi; PDF, SVG and TikZ are vectors</source>
        <translation>PNG 为 %1 dpi；PDF、SVG 和 TikZ 为矢量</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
</context>
<context>
    <name>RecentRunTexts</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>best return %1</source>
        <translation>最佳回报 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sweep, %1 of %n run(s) finished</source>
        <translation>
            <numerusform>扫描，%n 个运行中已完成 %1 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RewardFormulaTexts</name>
    <message>
        <source>reward = %1</source>
        <translation>奖励 = %1</translation>
    </message>
    <message>
        <source>reward = %1, less 0.5 above 90 % CPU; the original project&apos;s form, which pays the most replicas most of all</source>
        <translation>奖励 = %1，CPU 超过 90 % 时减 0.5；原项目的形式，副本最多时奖励最高</translation>
    </message>
    <message>
        <source>reward = %1; the original project&apos;s second form, with the best baseline of each pattern</source>
        <translation>奖励 = %1；原项目的第二种形式，采用每种模式的最佳基线</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings in %1 could not be understood; the window begins with fresh ones.</source>
        <translation>无法解析 %1 中的设置；窗口将使用全新设置。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Make its folder writable, or name another file with --settings.</source>
        <translation>无法写入 %1。请使其所在文件夹可写，或用 --settings 指定其他文件。</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>There is a problem with the settings</source>
        <translation>设置存在问题</translation>
    </message>
    <message>
        <source>A configuration was not saved</source>
        <translation>有一个配置未保存</translation>
    </message>
    <message>
        <source>It was being edited when the window went away.</source>
        <translation>窗口关闭时它正在被编辑。</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>已恢复</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Fi&amp;gure</source>
        <translation>图表(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>集群(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartBoard</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTable</name>
    <message>
        <source>Numbers of %1</source>
        <translation>%1 的数值</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>The chart has no data yet.</source>
        <translation>图表尚无数据。</translation>
    </message>
    <message>
        <source> A row is the mean of up to %1 points.</source>
        <translation>每行为至多 %1 个点的均值。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s).</source>
        <translation>
            <numerusform>%Ln 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTableModel</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>episode</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>wall time (s)</source>
        <translation>实际时间 (s)</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartTools</name>
    <message>
        <source>Hold the charts</source>
        <translation>暂停图表刷新</translation>
    </message>
    <message>
        <source>Freezes the pictures; the run goes on and nothing is lost</source>
        <translation>冻结画面；运行继续，不会丢失任何数据</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Also with the wheel, by dragging, or with +</source>
        <translation>也可用滚轮、拖动或 + 键</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Also with the wheel, or with -</source>
        <translation>也可用滚轮或 - 键</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Also by dragging with Shift, or with the arrow keys</source>
        <translation>也可按住 Shift 拖动或用方向键</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Ends zoom and pan; also with a double click, or with 0</source>
        <translation>取消缩放和平移；也可双击或按 0 键</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>Of the chart that was clicked last</source>
        <translation>针对最近点击的图表</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>The numbers behind the chart that was clicked last</source>
        <translation>最近点击的图表背后的数值</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Of the chart that was clicked last, to the clipboard</source>
        <translation>将最近点击的图表复制到剪贴板</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Thick lines are an exponential moving average, weight %1 for the past, without the bias towards zero at the start; raw values stand pale behind them</source>
        <translation>粗线为指数移动平均，过去值权重 %1，已消除起始处趋零的偏差；原始值以浅色显示在后面</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>last %1 steps</source>
        <translation>最近 %1 步</translation>
    </message>
    <message>
        <source>last %1 episodes</source>
        <translation>最近 %1 个回合</translation>
    </message>
    <message>
        <source>last %1 s</source>
        <translation>最近 %1 s</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>What the x axis counts</source>
        <translation>x 轴的计量</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>按步</translation>
    </message>
    <message>
        <source>by episode</source>
        <translation>按回合</translation>
    </message>
    <message>
        <source>by wall time</source>
        <translation>按实际时间</translation>
    </message>
    <message>
        <source>How much of the run is shown</source>
        <translation>显示运行的范围</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln point(s)</source>
        <translation>
            <numerusform>约 %Ln 个点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ChartsPanel</name>
    <message>
        <source>No run is shown: none has been started, and none was opened.</source>
        <translation>未显示任何运行：尚未启动，也未打开。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Waiting for the first values ...</source>
        <translation>等待首批数值 ...</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CheckpointPanel</name>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>normaliser</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>%1 values (extended)</source>
        <translation>%1 个值（扩展）</translation>
    </message>
    <message>
        <source>%1 values, which the workbench&apos;s cluster does not give</source>
        <translation>%1 个值，工作台的集群不提供</translation>
    </message>
    <message>
        <source>No checkpoint is open. Drop a .pt file here, or choose one.</source>
        <translation>未打开检查点。请将 .pt 文件拖放到此处，或选择一个。</translation>
    </message>
    <message>
        <source>Tensors of the checkpoint</source>
        <translation>检查点的张量</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>打开检查点…</translation>
    </message>
    <message>
        <source>Open checkpoint</source>
        <translation>打开检查点</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>One episode of it, step by step</source>
        <translation>逐步观看其一个回合</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Scores it on the test episodes</source>
        <translation>在测试回合上评分</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Compares it with baselines</source>
        <translation>与基线进行比较</translation>
    </message>
    <message>
        <source>Its configuration</source>
        <translation>其配置</translation>
    </message>
    <message>
        <source>Opens its configuration in the experiment editor</source>
        <translation>在实验编辑器中打开其配置</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Opens another checkpoint</source>
        <translation>打开另一个检查点</translation>
    </message>
    <message>
        <source>Provenance of the checkpoint</source>
        <translation>检查点的来源</translation>
    </message>
    <message>
        <source>Open a checkpoint</source>
        <translation>打开检查点</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>检查点 (*.pt)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>写入程序</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1, %2 parameters</source>
        <translation>%1，%2 个参数</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>观测</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Training can be resumed from it</source>
        <translation>可从此处继续训练</translation>
    </message>
    <message>
        <source>Weights only</source>
        <translation>仅权重</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置集</translation>
    </message>
    <message>
        <source>Training seed</source>
        <translation>训练随机种子</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of %1</source>
        <translation>
            <numerusform>%n 层，每层 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ClusterMode</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Nothing is connected. Fill in the connection and press Connect.</source>
        <translation>未连接。请填写连接信息，然后点击“连接”。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>No decision yet. Choose a policy, connect, and switch to Shadow: it decides and changes nothing.</source>
        <translation>尚无决策。请选择策略并连接，然后切换到“影子”：只做决策，不做任何更改。</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Stop and &amp;restore</source>
        <translation>停止并恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Ends the session on the cluster and puts the original replicas back</source>
        <translation>结束集群上的会话并恢复原来的副本数</translation>
    </message>
    <message>
        <source>Holds the replicas; the cluster is still watched</source>
        <translation>保持副本数不变；继续监视集群</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>&amp;Pause control or go on</source>
        <translation>暂停或继续控制(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Connects to the cluster that is set up in Cluster; nothing is changed</source>
        <translation>连接到“集群”中设置的集群；不更改任何内容</translation>
    </message>
    <message>
        <source>&amp;Examine the connections</source>
        <translation>检查连接(&amp;E)</translation>
    </message>
    <message>
        <source>Finds out which step of a connection fails, and why</source>
        <translation>找出连接的哪一步失败以及原因</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>模式：%1</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>检查</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made</source>
        <translation>
            <numerusform>已执行 %n 次更改</numerusform>
        </translation>
    </message>
    <message>
        <source>the original replicas are back</source>
        <translation>原有副本数已恢复</translation>
    </message>
    <message>
        <source>recorded in %1</source>
        <translation>记录于 %1</translation>
    </message>
    <message>
        <source>The session has ended</source>
        <translation>会话已结束</translation>
    </message>
    <message>
        <source>Not everything was put back</source>
        <translation>并非全部恢复</translation>
    </message>
    <message>
        <source>Save a &amp;report …</source>
        <translation>保存报告(&amp;R) …</translation>
    </message>
    <message>
        <source>A file to send with a problem: findings, configuration, log and the newest session, no secrets</source>
        <translation>随问题一起发送的文件：检查结果、配置、日志和最近一次会话，不含机密</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>ZIP 文件 (*.zip)</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ClusterSession</name>
    <message>
        <source>The events of Kubernetes are not shown, only pods and what the session does: the rights to list and watch &quot;events&quot; are not in the Role.</source>
        <translation>不显示 Kubernetes 事件，只显示 Pod 和会话的操作：Role 中没有对“events”的 list 和 watch 权限。</translation>
    </message>
    <message>
        <source>The events of Kubernetes cannot be read: %1</source>
        <translation>无法读取 Kubernetes 事件：%1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
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
        <translation>Kubernetes 事件</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚未发生任何事件。</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CommandLineBox</name>
    <message>
        <source>Command line that does the same</source>
        <translation>效果相同的命令行</translation>
    </message>
    <message>
        <source>Does the same in a terminal</source>
        <translation>在终端中效果相同</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>复制命令行</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入您想执行的操作</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CompareMode</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Configuration differences</source>
        <translation>配置差异</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较结果</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>新建比较</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>&amp;New comparison</source>
        <translation>新建比较(&amp;N)</translation>
    </message>
    <message>
        <source>Compares models with baselines on the same episodes</source>
        <translation>在相同回合上将模型与基线比较</translation>
    </message>
    <message>
        <source>Open &amp;sample results</source>
        <translation>打开示例结果(&amp;S)</translation>
    </message>
    <message>
        <source>A small training and its comparison that come with the program</source>
        <translation>程序附带的一次小型训练及其比较</translation>
    </message>
    <message>
        <source>&amp;Export figures and reports…</source>
        <translation>导出图表和报告(&amp;E)…</translation>
    </message>
    <message>
        <source>At the width of a journal&apos;s column, with a preview</source>
        <translation>按期刊栏宽导出，带预览</translation>
    </message>
    <message>
        <source>The sample results</source>
        <translation>示例结果</translation>
    </message>
    <message>
        <source>They were not installed with the program.</source>
        <translation>它们未随程序一起安装。</translation>
    </message>
    <message>
        <source>Waiting for the run before it.</source>
        <translation>等待前一个运行。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ComparisonForm</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare the models with the chosen policies</source>
        <translation>将模型与所选策略比较</translation>
    </message>
    <message>
        <source>Evaluate only</source>
        <translation>仅评估</translation>
    </message>
    <message>
        <source>Score the models and policies without comparing them</source>
        <translation>为模型和策略评分但不比较</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models to compare; several count as training seeds of one agent</source>
        <translation>要比较的模型；多个模型视为同一智能体的不同训练种子</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add a checkpoint</source>
        <translation>添加检查点</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the selected models</source>
        <translation>移除所选模型</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or select trainings under Runs. Several models count as training seeds of one agent.</source>
        <translation>将检查点拖放到此处，或在“运行”中选择训练。多个模型视为同一智能体的不同训练种子。</translation>
    </message>
    <message>
        <source>Add checkpoints</source>
        <translation>添加检查点</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>检查点 (*.pt)</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>对比对象</translation>
    </message>
    <message>
        <source>Baselines and other policies</source>
        <translation>基线和其他策略</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Load patterns</source>
        <translation>负载模式</translation>
    </message>
    <message>
        <source>Episodes a load pattern</source>
        <translation>每种负载模式的回合数</translation>
    </message>
    <message>
        <source>Expected improvements</source>
        <translation>预期改进</translation>
    </message>
    <message>
        <source>Also judge the expected improvements in profile published</source>
        <translation>在 published 配置集中也评判预期改进</translation>
    </message>
    <message>
        <source> a pattern</source>
        <translation> 每种模式</translation>
    </message>
    <message>
        <source>Choose at least one load pattern</source>
        <translation>请至少选择一种负载模式</translation>
    </message>
    <message>
        <source>Choose at least one model or policy</source>
        <translation>请至少选择一个模型或策略</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ComparisonPanel</name>
    <message>
        <source>No comparison is open. Open one from the list of runs, or compare a model with baselines.</source>
        <translation>未打开比较。请从运行列表中打开一个，或将模型与基线比较。</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>新建比较</translation>
    </message>
    <message>
        <source>Open comparison</source>
        <translation>打开比较</translation>
    </message>
    <message>
        <source>Result of the comparison</source>
        <translation>比较的结果</translation>
    </message>
    <message>
        <source>Metric of the differences</source>
        <translation>差值的指标</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the figures and the report</source>
        <translation>导出图表和报告</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Radar</source>
        <translation>雷达图</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>By pattern</source>
        <translation>按模式</translation>
    </message>
    <message>
        <source>Expected improvements</source>
        <translation>预期改进</translation>
    </message>
    <message>
        <source>Equal cost</source>
        <translation>同等成本</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>There is no pair of policies to compare.</source>
        <translation>没有可比较的策略对。</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) a pattern</source>
        <translation>
            <numerusform>每种模式 %n 个回合</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ConfigField</name>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;It is %3.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;允许：%3。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 It is %2.</source>
        <translation>%1 允许：%2。</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>将 %1 重置为默认值</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>选择 %1</translation>
    </message>
    <message>
        <source>Choose a file for %1</source>
        <translation>为 %1 选择文件</translation>
    </message>
    <message>
        <source>Traces (*.csv *.json *.log *.txt);;All files (*)</source>
        <translation>轨迹 (*.csv *.json *.log *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt);;All files (*)</source>
        <translation>检查点 (*.pt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢复默认值：%1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ConfigSectionBox</name>
    <message>
        <source>Section %1</source>
        <translation>节 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s) from the default</source>
        <translation>
            <numerusform>%n 项与默认值不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ConnectPanel</name>
    <message>
        <source>Drive Locust along the load pattern</source>
        <translation>按负载模式驱动 Locust</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Stop and restore</source>
        <translation>停止并恢复</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Choose a configuration file</source>
        <translation>选择配置文件</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>Kubeconfig</translation>
    </message>
    <message>
        <source>as kubectl finds it</source>
        <translation>与 kubectl 的查找方式相同</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>当前上下文</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>GPU Deployment</source>
        <translation>GPU Deployment</translation>
    </message>
    <message>
        <source>CPU Deployment</source>
        <translation>CPU Deployment</translation>
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
        <translation>策略</translation>
    </message>
    <message>
        <source>none, watch only</source>
        <translation>无，仅监视</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>a checkpoint or run folder instead of a policy</source>
        <translation>用检查点或运行文件夹代替策略</translation>
    </message>
    <message>
        <source>Seconds between two decisions</source>
        <translation>两次决策之间的秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json)</source>
        <translation>配置 (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Save ...</source>
        <translation>保存 ...</translation>
    </message>
    <message>
        <source>Prometheus user</source>
        <translation>Prometheus 用户</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Locust user</source>
        <translation>Locust 用户</translation>
    </message>
    <message>
        <source>Checks each connection step by step</source>
        <translation>逐步检查每个连接</translation>
    </message>
    <message>
        <source>Writes these settings to a configuration file, without passwords and tokens</source>
        <translation>将这些设置写入配置文件，不含密码和令牌</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>选择检查点</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt);;All files (*)</source>
        <translation>检查点 (*.pt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml)</source>
        <translation>配置 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ContrastPanel</name>
    <message>
        <source>Hyper-parameters that differ</source>
        <translation>不同的超参数</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Select two or more runs to see the configuration keys in which they differ.</source>
        <translation>选择两个或更多运行，即可查看它们之间不同的配置键。</translation>
    </message>
    <message>
        <source>The selected runs have the same configuration.</source>
        <translation>所选运行的配置相同。</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ControlPanel</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop and restore</source>
        <translation>停止并恢复</translation>
    </message>
    <message>
        <source>State of the session</source>
        <translation>会话状态</translation>
    </message>
    <message>
        <source>Holds the replicas; the cluster is still watched</source>
        <translation>保持副本数；仍继续观察集群</translation>
    </message>
    <message>
        <source>Puts the original replicas back and ends the session (F12)</source>
        <translation>恢复原有副本数并结束会话 (F12)</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>等待您的确认</translation>
    </message>
    <message>
        <source>The change that waits</source>
        <translation>等待确认的更改</translation>
    </message>
    <message>
        <source>Yes, change it</source>
        <translation>是，更改</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>GPU replicas</source>
        <translation>GPU 副本数</translation>
    </message>
    <message>
        <source>CPU replicas</source>
        <translation>CPU 副本数</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>Has an effect where cluster.placement says how traffic is steered</source>
        <translation>仅当 cluster.placement 指定流量引导方式时有效</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Sets these replicas, through the shield. Needs mode Confirm or Auto.</source>
        <translation>经过防护设置这些副本数。需要“确认”或“自动”模式。</translation>
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
        <translation>继续</translation>
    </message>
    <message>
        <source>No session. Connecting only watches; nothing is changed before Confirm or Auto is chosen.</source>
        <translation>没有会话。连接后仅观察；选择“确认”或“自动”之前不会更改任何内容。</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>策略 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 次更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) held for want of data</source>
        <translation>
            <numerusform>%n 个决策因缺少数据而保持</numerusform>
        </translation>
    </message>
    <message>
        <source>next step in %1</source>
        <translation>下一步在 %1 后</translation>
    </message>
    <message>
        <source>Change %1 to %2?</source>
        <translation>将 %1 更改为 %2？</translation>
    </message>
    <message>
        <source>Placement: %1</source>
        <translation>放置：%1</translation>
    </message>
    <message>
        <source>Without an answer it is not made: %1 left.</source>
        <translation>没有答复则不执行：剩余 %1。</translation>
    </message>
    <message>
        <source>Control is paused</source>
        <translation>控制已暂停</translation>
    </message>
    <message>
        <source>Only watching is allowed</source>
        <translation>只允许观察</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Control waits</source>
        <translation>控制正在等待</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::CurvesPanel</name>
    <message>
        <source>Each run by itself</source>
        <translation>各运行单独显示</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>No training is selected. Select one or several in the list of runs.</source>
        <translation>未选择训练。请在运行列表中选择一个或多个。</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>曲线显示的内容</translation>
    </message>
    <message>
        <source>Episode return</source>
        <translation>回合回报</translation>
    </message>
    <message>
        <source>Reward components</source>
        <translation>奖励分量</translation>
    </message>
    <message>
        <source>PPO diagnostics</source>
        <translation>PPO 诊断</translation>
    </message>
    <message>
        <source>Each run by itself instead of mean and band over seeds</source>
        <translation>单独显示各运行，而非各种子的均值与区间带</translation>
    </message>
    <message>
        <source>Smoothing: weight of the past</source>
        <translation>平滑：过去值的权重</translation>
    </message>
    <message>
        <source>Weight of the past, 0 to 0.99; the caption of the exported figure tells it</source>
        <translation>过去值的权重，0 到 0.99；导出图表的图注中会注明</translation>
    </message>
    <message>
        <source>Smoothing 0.90</source>
        <translation>平滑 0.90</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>平滑 %1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::DecisionLogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>执行者</translation>
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
        <translation>放置</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::DiagnosticsPanel</name>
    <message>
        <source>Policy loss</source>
        <translation>策略损失</translation>
    </message>
    <message>
        <source>Value loss</source>
        <translation>价值损失</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Approximate KL</source>
        <translation>近似 KL</translation>
    </message>
    <message>
        <source>Clip fraction</source>
        <translation>裁剪比例</translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation>解释方差</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::DoctorPanel</name>
    <message>
        <source>Examine again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy the remedy</source>
        <translation>复制解决办法</translation>
    </message>
    <message>
        <source>The connections have not been examined. Each is checked step by step, with the remedy for what fails.</source>
        <translation>尚未检查连接。每个连接都会逐步检查，并给出失败之处的解决办法。</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>Save a report …</source>
        <translation>保存报告 …</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Findings, configuration, versions, log and the newest session, without secrets, as a file to send</source>
        <translation>检查结果、配置、版本、日志和最近一次会话，不含机密，存成可发送的文件</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>报告已保存</translation>
    </message>
    <message>
        <source>%1. No secret is in it, but names and addresses are: look through it before you send it.</source>
        <translation>%1。其中没有机密，但有名称和地址：发送前请先检查。</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::EmptyState</name>
    <message>
        <source>What to do</source>
        <translation>可执行的操作</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExperimentDocument</name>
    <message>
        <source>new experiment</source>
        <translation>新实验</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExperimentForm</name>
    <message>
        <source>Configuration as a form</source>
        <translation>以表单显示的配置</translation>
    </message>
    <message>
        <source>No key matches. Clear the search, or show all keys.</source>
        <translation>没有匹配的键。请清除搜索，或显示全部键。</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExperimentPanel</name>
    <message>
        <source>The field cannot change the text</source>
        <translation>该字段无法修改文本</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Configurations that come with the program</source>
        <translation>程序附带的配置</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Opens a configuration file</source>
        <translation>打开配置文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saves the configuration</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Saves under another name</source>
        <translation>以其他名称保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Does it again</source>
        <translation>重新执行</translation>
    </message>
    <message>
        <source>Open a configuration</source>
        <translation>打开配置</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json);;All files (*)</source>
        <translation>配置 (*.yaml *.yml *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>搜索键</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部键</translation>
    </message>
    <message>
        <source>Show rarely used keys too</source>
        <translation>同时显示不常用的键</translation>
    </message>
    <message>
        <source>Only changed</source>
        <translation>仅已更改</translation>
    </message>
    <message>
        <source>Show only what differs from the profile&apos;s default</source>
        <translation>仅显示与配置集默认值不同的项</translation>
    </message>
    <message>
        <source>&lt;a href=&quot;%1&quot; style=&quot;color:%2&quot;&gt;line %1&lt;/a&gt;: </source>
        <translation>&lt;a href=&quot;%1&quot; style=&quot;color:%2&quot;&gt;第 %1 行&lt;/a&gt;：</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1，已更改</translation>
    </message>
    <message>
        <source>%1 has unsaved changes</source>
        <translation>%1 有未保存的更改</translation>
    </message>
    <message>
        <source>%1 replaces them.</source>
        <translation>%1 将替换它们。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json)</source>
        <translation>配置 (*.yaml *.yml *.json)</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform>（另有 %n 项）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ExportDialog</name>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Export %1 runs</source>
        <translation>导出 %1 个运行</translation>
    </message>
    <message>
        <source>Figures to export</source>
        <translation>要导出的图表</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Choose all figures</source>
        <translation>选择全部图表</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose no figure</source>
        <translation>不选任何图表</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Size of the figures</source>
        <translation>图表尺寸</translation>
    </message>
    <message>
        <source>IEEE, one column (252 pt)</source>
        <translation>IEEE 单栏 (252 pt)</translation>
    </message>
    <message>
        <source>IEEE, two columns (515.5 pt)</source>
        <translation>IEEE 双栏 (515.5 pt)</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>幻灯片，16:9</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>TikZ</source>
        <translation>TikZ</translation>
    </message>
    <message>
        <source>Write %1 files</source>
        <translation>写出 %1 文件</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Leaves out run names, hash and version</source>
        <translation>不含运行名称、哈希和版本</translation>
    </message>
    <message>
        <source>In grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Draws as a grey printer would</source>
        <translation>按灰度打印机的效果绘制</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>HTML and PDF in the run folder; beside a comparison a LaTeX table and methods</source>
        <translation>在运行文件夹中生成 HTML 和 PDF；比较时另附 LaTeX 表格和方法说明</translation>
    </message>
    <message>
        <source>Bundle for reviewers</source>
        <translation>供审稿人使用的打包文件</translation>
    </message>
    <message>
        <source>A zip of the run folders with hashes, for trimtab verify</source>
        <translation>含哈希的运行文件夹 ZIP 包，用于 trimtab verify</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>Folder of the files</source>
        <translation>文件所在文件夹</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Copy the shown figure to the clipboard</source>
        <translation>将所示图表复制到剪贴板</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the chosen figures and reports</source>
        <translation>写出所选图表和报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the dialog</source>
        <translation>关闭对话框</translation>
    </message>
    <message>
        <source>Choose a figure and a format, or a report</source>
        <translation>请选择图表和格式，或选择报告</translation>
    </message>
    <message>
        <source>Name a folder</source>
        <translation>请指定文件夹</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>图表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Drawing and writing the files.</source>
        <translation>正在绘制并写入文件。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Files written: %1.</source>
        <translation>已写入文件：%1。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::FigureCanvas</name>
    <message>
        <source>Copy figure</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Show data table…</source>
        <translation>显示数据表…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::FigureDataDialog</name>
    <message>
        <source>Data: %1</source>
        <translation>数据：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected rows, else all</source>
        <translation>复制所选行，未选则复制全部</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::FigurePreview</name>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>绿色盲</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>红色盲</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>预览：%1</translation>
    </message>
    <message>
        <source>Size in print</source>
        <translation>打印尺寸</translation>
    </message>
    <message>
        <source>Preview at the size in print</source>
        <translation>按打印尺寸预览</translation>
    </message>
    <message>
        <source>Rules for figures in print</source>
        <translation>打印图表的规则</translation>
    </message>
    <message>
        <source>No figure is chosen.</source>
        <translation>未选择图表。</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>%1 × %2 mm in print</source>
        <translation>打印为 %1 × %2 mm</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::HelpDialog</name>
    <message>
        <source>&lt;h1&gt;About Trimtab&lt;/h1&gt;&lt;p&gt;%1, %2&lt;/p&gt;&lt;p&gt;A research workbench for reinforcement learning on Kubernetes resources. A trim tab is the small surface that moves the rudder of a large ship.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;ul&gt;%3&lt;/ul&gt;</source>
        <translation>&lt;h1&gt;关于 Trimtab&lt;/h1&gt;&lt;p&gt;%1，%2&lt;/p&gt;&lt;p&gt;面向 Kubernetes 资源的强化学习研究工作台。trim tab（配平片）是带动大船船舵的小小舵面。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。&lt;/p&gt;&lt;ul&gt;%3&lt;/ul&gt;</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面列表</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Trimtab</source>
        <translation>关于 Trimtab</translation>
    </message>
    <message>
        <source>&lt;h1&gt;Keyboard shortcuts&lt;/h1&gt;</source>
        <translation>&lt;h1&gt;键盘快捷键&lt;/h1&gt;</translation>
    </message>
    <message>
        <source>&lt;h3&gt;In a chart&lt;/h3&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Wheel, drag&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Zoom&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Shift and drag, middle button&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Pan&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;0, double click&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Whole range&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;h3&gt;在图表中&lt;/h3&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;滚轮、拖动&lt;/b&gt;&lt;/td&gt;&lt;td&gt;缩放&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Shift 加拖动、中键&lt;/b&gt;&lt;/td&gt;&lt;td&gt;平移&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;0、双击&lt;/b&gt;&lt;/td&gt;&lt;td&gt;完整范围&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::InlineMessage</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::JobsModel</name>
    <message>
        <source>%1 left, %2</source>
        <translation>剩余 %1，%2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::JobsPanel</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Runs of this session</source>
        <translation>本次会话的运行</translation>
    </message>
    <message>
        <source>Nothing has been run since the window was opened.</source>
        <translation>窗口打开以来尚未运行任何内容。</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>转到“训练”</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>从队列中移除</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::LivePanel</name>
    <message>
        <source>Latency p95</source>
        <translation>延迟 p95</translation>
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
        <translation>流量</translation>
    </message>
    <message>
        <source>req/s, users</source>
        <translation>请求/s，用户数</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>利用率</translation>
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
        <translation>内存</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本数</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pod 数</translation>
    </message>
    <message>
        <source>GPU desired</source>
        <translation>GPU 期望</translation>
    </message>
    <message>
        <source>GPU ready</source>
        <translation>GPU 就绪</translation>
    </message>
    <message>
        <source>CPU desired</source>
        <translation>CPU 期望</translation>
    </message>
    <message>
        <source>CPU ready</source>
        <translation>CPU 就绪</translation>
    </message>
    <message>
        <source>time (s), 0: connected</source>
        <translation>时间 (s)，0：连接时</translation>
    </message>
    <message>
        <source>No session runs.</source>
        <translation>没有会话在运行。</translation>
    </message>
    <message>
        <source>No observation yet.</source>
        <translation>尚无观测。</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::LoadPreview</name>
    <message>
        <source>Load of an episode</source>
        <translation>一个回合的负载</translation>
    </message>
    <message>
        <source>Load pattern of the preview</source>
        <translation>预览的负载模式</translation>
    </message>
    <message>
        <source>time in the episode (s)</source>
        <translation>回合内时间 (s)</translation>
    </message>
    <message>
        <source>The load appears when the configuration is right.</source>
        <translation>配置正确后将显示负载。</translation>
    </message>
    <message>
        <source>Preview of</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>episode %1</source>
        <translation>回合 %1</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
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
        <translation>显示的最低级别</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1及以上</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Filter the messages</source>
        <translation>筛选消息</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Copies the selected messages, or all that are shown</source>
        <translation>复制所选消息，或全部显示的消息</translation>
    </message>
    <message>
        <source>Removes all messages</source>
        <translation>移除全部消息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::MainWindow</name>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Puts the panels of this mode where they were at first</source>
        <translation>将此模式的面板恢复到最初位置</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Closes the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>See the run</source>
        <translation>查看运行</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>%1 has finished</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Stop it, save a checkpoint and close?</source>
        <translation>停止运行、保存检查点并关闭？</translation>
    </message>
    <message>
        <source>A stopped training can be continued from its last checkpoint.</source>
        <translation>已停止的训练可从最后一个检查点继续。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Stopping and saving</source>
        <translation>正在停止并保存</translation>
    </message>
    <message>
        <source>The window closes as soon as the checkpoint is written.</source>
        <translation>检查点写入后窗口即关闭。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>All that can be opened (*.yaml *.yml *.json *.pt *.csv *.log)</source>
        <translation>所有可打开的文件 (*.yaml *.yml *.json *.pt *.csv *.log)</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml *.json)</source>
        <translation>配置 (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>检查点 (*.pt)</translation>
    </message>
    <message>
        <source>Load traces (*.csv *.log *.json)</source>
        <translation>负载轨迹 (*.csv *.log *.json)</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>打开运行文件夹</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Opens a configuration, a checkpoint or a load trace</source>
        <translation>打开配置、检查点或负载轨迹</translation>
    </message>
    <message>
        <source>Open &amp;run folder…</source>
        <translation>打开运行文件夹(&amp;R)…</translation>
    </message>
    <message>
        <source>Opens a training, an evaluation or a comparison</source>
        <translation>打开训练、评估或比较</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Look, numbers and the results folder</source>
        <translation>外观、数字和结果文件夹</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>命令面板(&amp;C)</translation>
    </message>
    <message>
        <source>Switch between &amp;light and dark</source>
        <translation>切换浅色和深色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Trimtab</source>
        <translation>关于 Trimtab(&amp;A)</translation>
    </message>
    <message>
        <source>Panel: %1</source>
        <translation>面板：%1</translation>
    </message>
    <message>
        <source>Finds every command and panel by some of its letters</source>
        <translation>输入部分字母即可查找任何命令和面板</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::MessageLog</name>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::MetricsPanel</name>
    <message>
        <source>Newest window of the run&apos;s first environment</source>
        <translation>该运行首个环境的最新窗口</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>p95 延迟</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Offered load</source>
        <translation>到达负载</translation>
    </message>
    <message>
        <source>CPU utilisation</source>
        <translation>CPU 利用率</translation>
    </message>
    <message>
        <source>Memory utilisation</source>
        <translation>内存利用率</translation>
    </message>
    <message>
        <source>GPU utilisation</source>
        <translation>GPU 利用率</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>served</source>
        <translation>已服务</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ModeBar</name>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ModeSwitch</name>
    <message>
        <source>Control mode</source>
        <translation>控制模式</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Mode (no session)</source>
        <translation>模式（无会话）</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Stop and restore: puts the original replicas back and ends the session (F12)</source>
        <translation>停止并恢复：恢复原有副本数并结束会话 (F12)</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>模式：%1</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::ModeView</name>
    <message>
        <source>&amp;Window of its own</source>
        <translation>独立窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
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
        <translation>均衡</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Your move</source>
        <translation>您的操作</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Load pattern</source>
        <translation>负载模式</translation>
    </message>
    <message>
        <source>Seed of the episode</source>
        <translation>回合的随机种子</translation>
    </message>
    <message>
        <source>Checkpoint that is asked for advice</source>
        <translation>用于给出建议的检查点</translation>
    </message>
    <message>
        <source>No checkpoint</source>
        <translation>无检查点</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>选择检查点</translation>
    </message>
    <message>
        <source>New episode</source>
        <translation>新回合</translation>
    </message>
    <message>
        <source>Begin a new episode</source>
        <translation>开始新回合</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>PPO</source>
        <translation>PPO</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>检查点 (*.pt)</translation>
    </message>
    <message>
        <source>State of the episode</source>
        <translation>回合的状态</translation>
    </message>
    <message>
        <source>Prefer</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>What the move leads to</source>
        <translation>该操作的结果</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Plays the move (Space)</source>
        <translation>执行该操作（空格键）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes the last step back (Backspace)</source>
        <translation>撤回上一步（退格键）</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Begins the same episode again (R)</source>
        <translation>重新开始同一回合 (R)</translation>
    </message>
    <message>
        <source>Keys: ↑ ↓ GPU, → ← CPU, 1 2 3 placement, Space step, Backspace undo</source>
        <translation>按键：↑ ↓ GPU，→ ← CPU，1 2 3 放置，空格 执行，退格 撤回</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>No episode is going on. Begin one above.</source>
        <translation>没有进行中的回合。请在上方开始一个。</translation>
    </message>
    <message>
        <source>Step %1 of %2, return so far %3</source>
        <translation>第 %1 步，共 %2 步，目前回报 %3</translation>
    </message>
    <message>
        <source>The episode is over: see the score.</source>
        <translation>回合已结束：请查看得分。</translation>
    </message>
    <message>
        <source>GPU %1 → %2, CPU %3 → %4, prefers %5</source>
        <translation>GPU %1 → %2，CPU %3 → %4，偏好 %5</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::OpenRequests</name>
    <message>
        <source>Only run folders, checkpoints (.pt), configurations (.yaml, .json) and traces (.csv, .log, .json) can be opened.</source>
        <translation>只能打开运行文件夹、检查点 (.pt)、配置 (.yaml, .json) 和轨迹 (.csv, .log, .json)。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有该文件或文件夹。</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PlayMode</name>
    <message>
        <source>Play</source>
        <translation>体验</translation>
    </message>
    <message>
        <source>Timeline of your episode</source>
        <translation>您的回合的时间线</translation>
    </message>
    <message>
        <source>Your move</source>
        <translation>您的操作</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Watch a policy</source>
        <translation>观看策略</translation>
    </message>
    <message>
        <source>What the policies would do here</source>
        <translation>各策略在此处的做法</translation>
    </message>
    <message>
        <source>What others would do</source>
        <translation>其他策略的做法</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>观测</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>New episode to &amp;play</source>
        <translation>新的体验回合(&amp;P)</translation>
    </message>
    <message>
        <source>You are the agent: the next episode in Play</source>
        <translation>您就是智能体：“体验”中的下一个回合</translation>
    </message>
    <message>
        <source>New episode</source>
        <translation>新回合</translation>
    </message>
    <message>
        <source>The episode is being prepared.</source>
        <translation>正在准备回合。</translation>
    </message>
    <message>
        <source>No episode is going on. Begin one under Your move.</source>
        <translation>没有进行中的回合。请在“您的操作”中开始一个。</translation>
    </message>
    <message>
        <source>Choose a move and press Step: the timeline grows from the left.</source>
        <translation>选择操作并点击“步骤”：时间线从左侧延伸。</translation>
    </message>
    <message>
        <source>The policies play the same episode.</source>
        <translation>各策略正在执行同一回合。</translation>
    </message>
    <message>
        <source>Play to the end: everybody then plays the same episode, and you see who did best.</source>
        <translation>请完成整个回合：随后所有策略执行同一回合，您即可看到谁表现最佳。</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PlaySession</name>
    <message>
        <source>you</source>
        <translation>您</translation>
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
        <translation>池</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PodTimeline</name>
    <message>
        <source>Timeline of the pods</source>
        <translation>Pod 时间线</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>下方的表格以文字说明相同内容</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>As the language (%1)</source>
        <translation>跟随语言 (%1)</translation>
    </message>
    <message>
        <source>With a decimal point (%1)</source>
        <translation>使用小数点 (%1)</translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the results folder</source>
        <translation>选择结果文件夹</translation>
    </message>
    <message>
        <source>Reset the panels of every mode</source>
        <translation>重置所有模式的面板</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言将在下次启动时更改。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Nothing can be written there; %1 stays in use.</source>
        <translation>无法写入该位置；继续使用 %1。</translation>
    </message>
    <message>
        <source>Every run gets a folder of its own in here.</source>
        <translation>每个运行在其中有各自的文件夹。</translation>
    </message>
    <message>
        <source>The folder is made with the first run.</source>
        <translation>首次运行时创建该文件夹。</translation>
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
        <translation>偏好</translation>
    </message>
    <message>
        <source>Probabilities of the policy</source>
        <translation>策略的概率</translation>
    </message>
    <message>
        <source>This policy has no probabilities</source>
        <translation>该策略没有概率</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::QueryBox</name>
    <message>
        <source>Try a query</source>
        <translation>试用查询</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Which number</source>
        <translation>哪个指标</translation>
    </message>
    <message>
        <source>Query in PromQL</source>
        <translation>PromQL 查询</translation>
    </message>
    <message>
        <source>PromQL; $namespace, $gpu_deployment, $cpu_deployment, $window are filled in</source>
        <translation>PromQL；$namespace、$gpu_deployment、$cpu_deployment、$window 会被替换</translation>
    </message>
    <message>
        <source>Asks Prometheus once; nothing is saved</source>
        <translation>向 Prometheus 查询一次；不保存任何内容</translation>
    </message>
    <message>
        <source>Makes it the query of this number from the next session on. Save the configuration to keep it in a file.</source>
        <translation>从下一个会话起将其用作该指标的查询。要写入文件，请保存配置。</translation>
    </message>
    <message>
        <source>What the query gives</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>Asking Prometheus ...</source>
        <translation>正在查询 Prometheus ...</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RewardPanel</name>
    <message>
        <source>Episode return</source>
        <translation>回合回报</translation>
    </message>
    <message>
        <source>Sum of the rewards of an episode while training, with actions that are drawn, not chosen</source>
        <translation>训练时一回合的奖励总和，动作为采样而非择优</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Evaluation return</source>
        <translation>评估回报</translation>
    </message>
    <message>
        <source>Mean return of the greedy policy on validation episodes, which training never meets</source>
        <translation>贪婪策略在验证回合上的平均回报，训练从不接触这些回合</translation>
    </message>
    <message>
        <source>Latency improvement</source>
        <translation>延迟改进</translation>
    </message>
    <message>
        <source>Throughput improvement</source>
        <translation>吞吐量改进</translation>
    </message>
    <message>
        <source>Resource efficiency</source>
        <translation>资源效率</translation>
    </message>
    <message>
        <source>Stability bonus</source>
        <translation>稳定性奖励</translation>
    </message>
    <message>
        <source>Component of the reward, unweighted, summed over an episode</source>
        <translation>奖励分量，未加权，按回合求和</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunListModel</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Configuration %1</source>
        <translation>配置 %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置集</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Best return</source>
        <translation>最佳回报</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunPanel</name>
    <message>
        <source>The configuration has a mistake</source>
        <translation>配置有误</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Train %1, seed %2</source>
        <translation>训练 %1，种子 %2</translation>
    </message>
    <message>
        <source>The configuration has a mistake.</source>
        <translation>配置有误。</translation>
    </message>
    <message>
        <source>Queues the runs; they train one after another</source>
        <translation>将运行加入队列，依次训练</translation>
    </message>
    <message>
        <source>measuring a second ...</source>
        <translation>测量一秒钟 ...</translation>
    </message>
    <message>
        <source>about %1 a run, %2</source>
        <translation>每个运行约 %1，%2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>从最后的检查点继续</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>选择其他文件夹</translation>
    </message>
    <message>
        <source>Seed of the first run</source>
        <translation>第一个运行的随机种子</translation>
    </message>
    <message>
        <source>Number of runs, each with the next seed</source>
        <translation>运行数，每个使用下一个种子</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>结果所在文件夹</translation>
    </message>
    <message>
        <source>Choose the folder for the results</source>
        <translation>选择结果所在文件夹</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The command line that does the same</source>
        <translation>效果相同的命令行</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>How long?</source>
        <translation>需要多久？</translation>
    </message>
    <message>
        <source>Trains for a second to tell time and disk space</source>
        <translation>训练一秒钟以估计时间和磁盘空间</translation>
    </message>
    <message>
        <source>Trainings of this session; the chosen ones are drawn</source>
        <translation>本次会话的训练；绘制所选项</translation>
    </message>
    <message>
        <source>The chosen runs are drawn; Ctrl or Shift chooses several</source>
        <translation>绘制所选运行；按 Ctrl 或 Shift 可多选</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Progress of the chosen run</source>
        <translation>所选运行的进度</translation>
    </message>
    <message>
        <source>Show a finished training</source>
        <translation>显示已完成的训练</translation>
    </message>
    <message>
        <source>No training in this session yet.</source>
        <translation>本次会话尚无训练。</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunToolBar</name>
    <message>
        <source>%1 waits</source>
        <translation>%1 等待中</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1，已暂停</translation>
    </message>
    <message>
        <source>%1, stopping and saving</source>
        <translation>%1，正在停止并保存</translation>
    </message>
    <message>
        <source>%1, finished</source>
        <translation>%1，已完成</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <translation>%1，已停止</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1，失败</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Holds the run that is shown, or lets it go on</source>
        <translation>暂停或继续所示运行</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Ends the run that is shown after its step and saves a checkpoint</source>
        <translation>在当前步之后结束所示运行并保存检查点</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行的进度</translation>
    </message>
    <message>
        <source>Time remaining</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation>运行队列</translation>
    </message>
    <message>
        <source>Shows every run of this session and what waits</source>
        <translation>显示本次会话的所有运行及等待项</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>无运行</translation>
    </message>
    <message>
        <source>  %1 left</source>
        <translation>  剩余 %1</translation>
    </message>
    <message>
        <source>Queue (%1)</source>
        <translation>队列 (%1)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Reading the results folder.</source>
        <translation>正在读取结果文件夹。</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Filter by name, profile, seed, tag or note</source>
        <translation>按名称、配置集、种子、标签或备注筛选</translation>
    </message>
    <message>
        <source>Kind of run</source>
        <translation>运行的类型</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Shows the selected run</source>
        <translation>显示所选运行</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Compares the models of the selected trainings with baselines</source>
        <translation>将所选训练的模型与基线比较</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Figures and reports of the selected runs</source>
        <translation>所选运行的图表和报告</translation>
    </message>
    <message>
        <source>Tags and notes</source>
        <translation>标签和备注</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>运行所在文件夹</translation>
    </message>
    <message>
        <source>My results folder</source>
        <translation>我的结果文件夹</translation>
    </message>
    <message>
        <source>Sample results</source>
        <translation>示例结果</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Folder of run folders</source>
        <translation>包含运行文件夹的文件夹</translation>
    </message>
    <message>
        <source>Selected run</source>
        <translation>所选运行</translation>
    </message>
    <message>
        <source>Tags of the selected run</source>
        <translation>所选运行的标签</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签，以逗号分隔</translation>
    </message>
    <message>
        <source>Note on the selected run</source>
        <translation>所选运行的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Runs in %1</source>
        <translation>%1 中的运行</translation>
    </message>
    <message>
        <source>Reading %1.</source>
        <translation>正在读取 %1。</translation>
    </message>
    <message>
        <source>There is no run in %1 yet.</source>
        <translation>%1 中尚无运行。</translation>
    </message>
    <message>
        <source>Open sample results</source>
        <translation>打开示例结果</translation>
    </message>
    <message>
        <source>No run matches the filter.</source>
        <translation>没有匹配筛选条件的运行。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show in Train</source>
        <translation>在“训练”中显示</translation>
    </message>
    <message>
        <source>Draws every metric of the selected training in the charts of Train</source>
        <translation>在“训练”的图表中绘制所选训练的所有指标</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::SecretsBox</name>
    <message>
        <source>Passwords and tokens</source>
        <translation>密码和令牌</translation>
    </message>
    <message>
        <source>Prometheus token</source>
        <translation>Prometheus 令牌</translation>
    </message>
    <message>
        <source>Prometheus password</source>
        <translation>Prometheus 密码</translation>
    </message>
    <message>
        <source>Locust password</source>
        <translation>Locust 密码</translation>
    </message>
    <message>
        <source>Forget: %1</source>
        <translation>忘记：%1</translation>
    </message>
    <message>
        <source>Forgets what is kept</source>
        <translation>忘记已保存的内容</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>机密的保存位置</translation>
    </message>
    <message>
        <source>Kept in the keychain, never in a file of Trimtab. Kubernetes itself uses the kubeconfig.</source>
        <translation>保存在密钥环中，绝不写入 Trimtab 的文件。Kubernetes 本身使用 kubeconfig。</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>保留到程序结束</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>已保存在密钥环中</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::SweepPanel</name>
    <message>
        <source>No sweep is open. Open a sweep file or a folder that begins with sweep_.</source>
        <translation>未打开扫描。请打开扫描文件或以 sweep_ 开头的文件夹。</translation>
    </message>
    <message>
        <source>Open the comparison</source>
        <translation>打开比较</translation>
    </message>
    <message>
        <source>Result of the sweep</source>
        <translation>扫描的结果</translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation>扫描的运行</translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation>打开扫描</translation>
    </message>
    <message>
        <source>Opens the best configurations beside the baselines</source>
        <translation>打开最佳配置与基线的比较</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 个已开始</translation>
    </message>
    <message>
        <source>the result has %1 of them: trimtab sweep --collect</source>
        <translation>结果包含其中 %1 个：trimtab sweep --collect</translation>
    </message>
    <message>
        <source>There are no numbers yet: no run has finished and been collected.</source>
        <translation>尚无数值：还没有已完成并收集的运行。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) finished</source>
        <translation>
            <numerusform>%n 个运行中已完成 %1 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TimeChart</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>episode</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>wall time (s)</source>
        <translation>实际时间 (s)</translation>
    </message>
    <message>
        <source>%1, chart</source>
        <translation>%1，图表</translation>
    </message>
    <message>
        <source>1 point outside the view</source>
        <translation>1 个点在视图之外</translation>
    </message>
    <message>
        <source>%1 points outside the view</source>
        <translation>%1 个点在视图之外</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>已暂停，%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1：无数据</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>%1 的菜单</translation>
    </message>
    <message>
        <source>Table, picture, axis of this chart</source>
        <translation>此图表的表格、图片、坐标轴</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>Pause this chart</source>
        <translation>暂停此图表</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln point(s), last %2, smallest %3, largest %4</source>
        <translation>
            <numerusform>%1：%Ln 个点，最新 %2，最小 %3，最大 %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TimelineModel</name>
    <message>
        <source> (%1 times)</source>
        <translation>（%1 次）</translation>
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
        <translation>会话</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TimelinePanel</name>
    <message>
        <source>Waiting for the first whole episode ...</source>
        <translation>等待第一个完整回合 ...</translation>
    </message>
    <message>
        <source>SLO %1 ms</source>
        <translation>SLO %1 ms</translation>
    </message>
    <message>
        <source>any pattern</source>
        <translation>任意模式</translation>
    </message>
    <message>
        <source>steps %1 to %2</source>
        <translation>第 %1 至 %2 步</translation>
    </message>
    <message>
        <source>Training episode of the first environment on &lt;b&gt;%1&lt;/b&gt;, %2. Actions are drawn, so they explore.</source>
        <translation>首个环境在 &lt;b&gt;%1&lt;/b&gt; 上的训练回合，%2。动作为采样得到，因而带有探索。</translation>
    </message>
    <message>
        <source> Some of its steps did not reach the window in time.</source>
        <translation>其中部分步未能及时到达窗口。</translation>
    </message>
    <message>
        <source>Greedy episode on &lt;b&gt;%1&lt;/b&gt; with %2, validation episode %3: return %4. Actions are the most probable ones.</source>
        <translation>在 &lt;b&gt;%1&lt;/b&gt; 上使用 %2 的贪婪回合，验证回合 %3：回报 %4。动作取概率最大者。</translation>
    </message>
    <message>
        <source>GPU asked for</source>
        <translation>GPU 要求</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>CPU asked for</source>
        <translation>CPU 要求</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>served</source>
        <translation>已服务</translation>
    </message>
    <message>
        <source>value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>No run is shown, so there is no episode to look at.</source>
        <translation>未显示任何运行，因此没有可查看的回合。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Earlier episode</source>
        <translation>较早的回合</translation>
    </message>
    <message>
        <source>The episode before</source>
        <translation>前一个回合</translation>
    </message>
    <message>
        <source>Later episode</source>
        <translation>较晚的回合</translation>
    </message>
    <message>
        <source>The episode after</source>
        <translation>后一个回合</translation>
    </message>
    <message>
        <source>Play a greedy episode</source>
        <translation>执行贪婪回合</translation>
    </message>
    <message>
        <source>Plays a validation episode with the run&apos;s model and shows its probabilities and value</source>
        <translation>用该运行的模型执行一个验证回合，并显示其概率和价值</translation>
    </message>
    <message>
        <source>Load pattern of the episode</source>
        <translation>回合的负载模式</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>跟随最新</translation>
    </message>
    <message>
        <source>Follow the newest episode</source>
        <translation>跟随最新回合</translation>
    </message>
    <message>
        <source>Charts of the episode</source>
        <translation>回合的图表</translation>
    </message>
    <message>
        <source>time in the episode (s)</source>
        <translation>回合内时间 (s)</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Latency p95 of the windows</source>
        <translation>各窗口的 p95 延迟</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Value estimate</source>
        <translation>价值估计</translation>
    </message>
    <message>
        <source>Probability of GPU change</source>
        <translation>GPU 更改的概率</translation>
    </message>
    <message>
        <source>Probability of CPU change</source>
        <translation>CPU 更改的概率</translation>
    </message>
    <message>
        <source>Probability of placement</source>
        <translation>放置的概率</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::TrainMode</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Live metrics</source>
        <translation>实时指标</translation>
    </message>
    <message>
        <source>PPO diagnostics</source>
        <translation>PPO 诊断</translation>
    </message>
    <message>
        <source>Replica timeline</source>
        <translation>副本时间线</translation>
    </message>
    <message>
        <source>The picture of %1 is in the clipboard.</source>
        <translation>%1 的图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Trains the experiment that is set up in Train</source>
        <translation>训练在“训练”中设置好的实验</translation>
    </message>
    <message>
        <source>&amp;Save configuration</source>
        <translation>保存配置(&amp;S)</translation>
    </message>
    <message>
        <source>Saves the experiment&apos;s configuration</source>
        <translation>保存实验的配置</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Takes back the last change of the configuration</source>
        <translation>撤销配置的上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Does the change again that was taken back</source>
        <translation>重新执行被撤销的更改</translation>
    </message>
    <message>
        <source>Show a finished &amp;training ...</source>
        <translation>显示已完成的训练(&amp;T) ...</translation>
    </message>
    <message>
        <source>Draws the metrics of a training folder in the charts of Train</source>
        <translation>在“训练”的图表中绘制训练文件夹的指标</translation>
    </message>
    <message>
        <source>Use the preset %1</source>
        <translation>使用预设 %1</translation>
    </message>
    <message>
        <source>Loads a configuration that comes with the program</source>
        <translation>载入程序附带的配置</translation>
    </message>
    <message>
        <source>Charts: %1</source>
        <translation>图表：%1</translation>
    </message>
    <message>
        <source>Reading %1 ...</source>
        <translation>正在读取 %1 ...</translation>
    </message>
    <message>
        <source>The charts show %1</source>
        <translation>图表显示 %1</translation>
    </message>
    <message>
        <source>Continue this run</source>
        <translation>继续此运行</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::WatchPanel</name>
    <message>
        <source>No episode has been played. Choose a checkpoint or a policy and a load.</source>
        <translation>尚未执行回合。请选择检查点或策略以及负载。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>体验</translation>
    </message>
    <message>
        <source>Timeline of the watched episode</source>
        <translation>所观看回合的时间线</translation>
    </message>
    <message>
        <source>Checkpoint or policy to watch</source>
        <translation>要观看的检查点或策略</translation>
    </message>
    <message>
        <source>Checkpoint…</source>
        <translation>检查点…</translation>
    </message>
    <message>
        <source>Choose a checkpoint to watch</source>
        <translation>选择要观看的检查点</translation>
    </message>
    <message>
        <source>Load pattern</source>
        <translation>负载模式</translation>
    </message>
    <message>
        <source>Seed of the episode</source>
        <translation>回合的随机种子</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>Play the episode</source>
        <translation>执行回合</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>选择检查点</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>检查点 (*.pt)</translation>
    </message>
    <message>
        <source>Playing…</source>
        <translation>正在执行…</translation>
    </message>
    <message>
        <source>Shown step</source>
        <translation>所示步</translation>
    </message>
    <message>
        <source>Step of the episode</source>
        <translation>回合的步</translation>
    </message>
    <message>
        <source>What happened in the step</source>
        <translation>该步发生的情况</translation>
    </message>
    <message>
        <source>&lt;b&gt;Step %1 of %2&lt;/b&gt;, at %3 s; return of the episode %4</source>
        <translation>&lt;b&gt;第 %1 步，共 %2 步&lt;/b&gt;，时间 %3 s；回合回报 %4</translation>
    </message>
    <message>
        <source>Of the step</source>
        <translation>该步的指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Latency improvement</source>
        <translation>延迟改进</translation>
    </message>
    <message>
        <source>Throughput improvement</source>
        <translation>吞吐量改进</translation>
    </message>
    <message>
        <source>Resource efficiency</source>
        <translation>资源效率</translation>
    </message>
    <message>
        <source>Stability bonus</source>
        <translation>稳定性奖励</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>Throughput (req/s)</source>
        <translation>吞吐量 (req/s)</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>CPU, memory, GPU (%)</source>
        <translation>CPU、内存、GPU (%)</translation>
    </message>
    <message>
        <source>GPU desired, ready</source>
        <translation>GPU 期望、就绪</translation>
    </message>
    <message>
        <source>CPU desired, ready</source>
        <translation>CPU 期望、就绪</translation>
    </message>
    <message>
        <source>Prefers</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>Value estimate</source>
        <translation>价值估计</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::WelcomeMode</name>
    <message>
        <source>Train an agent that scales an inference workload, and find out whether it beats a well-set autoscaler.</source>
        <translation>训练一个伸缩推理工作负载的智能体，看看它能否胜过调校良好的自动伸缩器。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>60-second &amp;demo</source>
        <translation>60 秒演示(&amp;D)</translation>
    </message>
    <message>
        <source>Trains a small agent and shows its curves</source>
        <translation>训练一个小型智能体并显示其曲线</translation>
    </message>
    <message>
        <source>60-second demo</source>
        <translation>60 秒演示</translation>
    </message>
    <message>
        <source>Trains a small agent on the embedded cluster. The curves move at once.</source>
        <translation>在内置集群上训练一个小型智能体。曲线立即开始变化。</translation>
    </message>
    <message>
        <source>Open sample results</source>
        <translation>打开示例结果</translation>
    </message>
    <message>
        <source>A finished training and its comparison with calibrated autoscalers.</source>
        <translation>一次已完成的训练及其与校准后自动伸缩器的比较。</translation>
    </message>
    <message>
        <source>Connect a cluster</source>
        <translation>连接集群</translation>
    </message>
    <message>
        <source>Watches your Kubernetes, Prometheus and Locust. Nothing is changed unless you allow it.</source>
        <translation>监视您的 Kubernetes、Prometheus 和 Locust。未经您允许不做任何更改。</translation>
    </message>
    <message>
        <source>Set up an experiment</source>
        <translation>设置实验</translation>
    </message>
    <message>
        <source>Load, agent and reward in a form or as YAML, checked while you type.</source>
        <translation>以表单或 YAML 设置负载、智能体和奖励，输入时即时检查。</translation>
    </message>
    <message>
        <source>Nothing has been trained yet.</source>
        <translation>尚未训练任何内容。</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>开始演示</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>No configuration has been opened yet.</source>
        <translation>尚未打开任何配置。</translation>
    </message>
    <message>
        <source>Open one…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Recent configurations</source>
        <translation>最近的配置</translation>
    </message>
    <message>
        <source>Drop a configuration, a checkpoint, a run folder or a load trace anywhere in the window. Ctrl+P finds every command, F1 opens the help.</source>
        <translation>可将配置、检查点、运行文件夹或负载轨迹拖放到窗口任意位置。Ctrl+P 查找所有命令，F1 打开帮助。</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>trimtab::ui::YamlEditor</name>
    <message>
        <source>Configuration as text</source>
        <translation>以文本显示的配置</translation>
    </message>
    <message>
        <source>Line numbers and mistakes</source>
        <translation>行号和错误</translation>
    </message>
    <message>
        <source>This %1</source>
        <translation>此配置 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
</TS>
