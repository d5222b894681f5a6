using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>Plays one history: every step is the calls that a HIS makes for it.</summary>
internal sealed class WardPlay
{
    public const int AllCards = 100;

    private static readonly string[] Verbs =
    [
        .. WardEvents.Names, "草拟", "开立", "核对", "退回", "执行", "停止", "作废", "重整", "收费", "处置", "账目", "审核", "清单", "待补", "影子",
    ];

    /// <summary>What every step may have beside its verb.</summary>
    public static readonly string[] Members =
        ["时间", "说明", "看的人", "卡片", "应提示", "不应提示", "展示", "更多", "转给", "晨间", .. Verbs];

    private static readonly Dictionary<string, Stage> Audits = new() { ["入院登记"] = Stage.Registration, ["出院前"] = Stage.Discharge };

    private readonly WardHospital _hospital;
    private readonly WardCatalogue _catalogue;
    private readonly WardTime _time;
    private readonly WardVisit _visit;
    private readonly WardExpectation _expectation;
    private readonly List<string> _differences = [];
    private WardAnswer? _last;

    public WardPlay(WardHospital hospital, WardCatalogue catalogue, WardHistory history)
        : this(hospital, catalogue, new WardTime(history), history.Visit, history.Patient)
    {
    }

    private WardPlay(WardHospital hospital, WardCatalogue catalogue, WardTime time, string visit, string patient)
    {
        (_hospital, _catalogue, _time) = (hospital, catalogue, time);
        _visit = new WardVisit(hospital, catalogue, time, visit, patient);
        _expectation = new WardExpectation(catalogue);
    }

    /// <returns>What went otherwise than told; none where all went so.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(WardHistory history)
    {
        var told = new WardEntry(history.Told, "病例", WardHistory.Members);
        var version = 1L;
        foreach (var (other, place) in told.Each("其他就诊").Select((other, place) => (new WardEntry(other, "其他就诊", "说明", "患者", "此前"), place)))
        {
            var play = new WardPlay(_hospital, _catalogue, _time, $"{history.Visit}-{place + 1}", history.Patient);
            await play.RunAsync(other, "此前");
            _differences.AddRange(play._differences.Select(difference => $"其他就诊{place + 1} {difference}"));
            version += play._visit.Sequence;
        }
        await RunAsync(told, "经过", told.Has("其他就诊") ? version : null);
        return _differences;
    }

    /// <param name="version">Of the patient's other encounters, which must be known before the first step.</param>
    private async Task RunAsync(WardEntry told, string steps, long? version = null)
    {
        if (told.Find("患者") is { } patient)
            await _visit.ReportAsync([.. _visit.Events.Admission(patient)]);
        if (version is { } known)
            await WardLists.KnownAsync(_visit, known);
        foreach (var step in told.Each(steps))
            await StepAsync(new WardEntry(step, steps, Members));
        if (_visit.NotRecorded.Count > 0)
            _differences.Add($"没有记下：{string.Join('、', _visit.NotRecorded)}");
    }

    private async Task StepAsync(WardEntry step)
    {
        var happened = Verbs.Where(step.Has).ToList();
        if (happened is not [var verb])
            throw new WardFault($"经过的每一步只写一件事，{step.Text("时间")}写了{happened.Count}件");
        _visit.Screen = step.Text("看的人") ?? WardHospital.Everybody;
        var at = _time.Of(step.Text("时间") ?? "第1天");
        var answer = await DoAsync(verb, step, at);
        _last = answer ?? _last;
        if (answer is null && WardExpectation.Steps.Any(step.Has))
            throw new WardFault($"“{verb}”没有审核，不能写{string.Join('、', WardExpectation.Steps)}");
        if (answer is not null)
            _differences.AddRange(_expectation.Differences(step, answer).Select(difference => $"{step.Text("时间")} {verb}：{difference}"));
    }

    /// <returns>Null where nothing is judged.</returns>
    private async Task<WardAnswer?> DoAsync(string verb, WardEntry step, Timestamp at)
    {
        var told = step.Find(verb)!.Value;
        switch (verb)
        {
            case "草拟": return await CheckAsync(step, Orders(told, at), Stage.Order);
            case "开立": return await SignAsync(step, Orders(told, at));
            case "核对": return await VerifyAsync(step, told, at);
            case "收费": return WardAnswer.Of(await _visit.PostAsync(WardEntry.Each(told).Select(charge => _visit.Charges.Read(charge, at))));
            case "审核": return WardAnswer.Of(await WardLists.AuditAsync(_visit, Audit(told)));
            case "清单": return await ListAsync(new WardEntry(told, verb, "日期", "病区"));
            case "待补": return await WardLists.LateAsync(_visit, told.ToString());
            case "影子": return await ShadowAsync(step);
            case "重整": await SupersedeAsync(new WardEntry(told, verb, "原医嘱", "新医嘱"), at); return null;
            case "处置": await _visit.DecideAsync(WardEntry.Each(told).Select(one => Decision(one, at))); return null;
            case "账目": await CompareAsync(new WardEntry(told, verb, "合计", "自费", "条数", "在用医嘱")); return null;
            case "退回" or "执行" or "停止" or "作废": await _visit.ActAsync(verb, Ids(told), at); return null;
            default: await _visit.ReportAsync([.. WardEntry.Each(told).Select(one => _visit.Events.Event(verb, one, at))]); return null;
        }
    }

    private List<Order> Orders(JsonElement told, Timestamp at) => [.. WardEntry.Each(told).Select(order => _visit.Orders.Read(order, at))];

    private static IEnumerable<string> Ids(JsonElement told) => WardEntry.Each(told).Select(order => order.ToString());

    private static Stage Audit(JsonElement told) =>
        Audits.TryGetValue(told.ToString(), out var stage) ? stage : throw new WardFault($"审核写{string.Join('、', Audits.Keys)}之一，不是“{told}”");

    private async Task<WardAnswer> CheckAsync(WardEntry step, List<Order> orders, Stage stage)
    {
        var cards = step.Text("卡片") is { } told ? int.Parse(told, CultureInfo.InvariantCulture) : AllCards;
        var request = new CheckOrdersRequest { Encounter = _visit.Encounter, Stage = stage, MaxCards = cards };
        request.Orders.Add(orders);
        return WardAnswer.Of(await _visit.His.Orders.CheckOrdersAsync(request, _visit.His.Options));
    }

    /// <summary>The doctor sees the check, then signs what was checked.</summary>
    private async Task<WardAnswer> SignAsync(WardEntry step, List<Order> orders)
    {
        var answer = await CheckAsync(step, orders, Stage.Order);
        return answer.And(await _visit.SignAsync(orders, answer.Check));
    }

    private async Task<WardAnswer> VerifyAsync(WardEntry step, JsonElement told, Timestamp at)
    {
        var answer = await CheckAsync(step, Orders(told, at), Stage.Verify);
        await _visit.ActAsync("核对", Ids(told), at);
        return answer;
    }

    private Task<WardAnswer> ListAsync(WardEntry list)
    {
        var day = list.Text("日期") is { } told ? $"{_time.Day(told):yyyy-MM-dd}" : "";
        return WardLists.WorkAsync(_visit, day, list.Text("病区") ?? "");
    }

    /// <summary>Nothing is recorded where the rules in shadow say nothing, so that one of them must have something to say.</summary>
    private Task<WardAnswer> ShadowAsync(WardEntry step) => _last is { Check.Length: > 0 } last && step.Has("应提示")
        ? WardLists.ShadowAsync(_hospital, last.Check)
        : throw new WardFault("“影子”看上一步的审核，至少写一条应提示");

    private Task SupersedeAsync(WardEntry told, Timestamp at) => _visit.SupersedeAsync(told.Text("原医嘱")!, told.Text("新医嘱")!, at);

    /// <summary>On what the last step's answer said.</summary>
    private Decision Decision(JsonElement told, Timestamp at)
    {
        var decision = new WardEntry(told, "处置", "规则", "项目", "决定", "原因", "知情同意");
        var rule = _catalogue.Rule(decision.Text("规则")!);
        var found = _last?.Findings.FirstOrDefault(finding =>
            finding.Rule == rule && (decision.Text("项目") is not { } item || finding.Offender?.ItemCode == _catalogue.Item(item).Code))
            ?? throw new WardFault($"上一步没有“{rule}”的提示可以处置");
        return new Decision
        {
            CheckId = _last!.Check,
            FindingKey = found.Key,
            Kind = WardExpectation.Decisions[decision.Text("决定")!],
            Reason = decision.Text("原因") ?? "",
            Consent = decision.Is("知情同意"),
            OccurredAt = at,
        };
    }

    private async Task CompareAsync(WardEntry told)
    {
        var summary = await _visit.His.DescribeAsync(_visit.Number);
        Compare("合计", summary.Totals.Total);
        Compare("自费", summary.Totals.SelfPay);
        Compare("条数", $"{summary.ChargeLines}");
        Compare("在用医嘱", $"{summary.ActiveOrders}");

        void Compare(string what, string actual)
        {
            if (told.Text(what) is { } wanted && wanted != actual)
                _differences.Add($"账目：{what}应为{wanted}，实际为{actual}");
        }
    }
}
