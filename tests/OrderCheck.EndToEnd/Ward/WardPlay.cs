using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>Plays one history: every step is the calls that a HIS makes for it.</summary>
internal sealed class WardPlay
{
    private static readonly string[] Events =
        ["诊断", "手术", "过敏", "检验", "体重", "妊娠", "分娩", "转科", "请假", "销假", "变更险种", "更正", "出院", "召回", "预算"];

    private static readonly string[] Verbs =
        [.. Events, "草拟", "开立", "核对", "退回", "执行", "停止", "作废", "重整", "收费", "处置", "账目"];

    private static readonly string[] Members = ["时间", "说明", "应提示", "不应提示", .. Verbs];

    private readonly His _his;
    private readonly WardCatalogue _catalogue;
    private readonly WardTime _time;
    private readonly EncounterRef _encounter;
    private readonly WardEvents _events;
    private readonly WardOrders _orders;
    private readonly WardCharges _charges;
    private readonly WardExpectation _expectation;
    private readonly List<string> _differences = [];
    private WardAnswer? _last;
    private int _requests;

    public WardPlay(His his, WardCatalogue catalogue, WardHistory history)
    {
        (_his, _catalogue) = (his, catalogue);
        _time = new WardTime(history.Told.GetRawText(), history.Told.TryGetProperty("第1天", out var pinned) ? pinned.GetString() : null);
        var visit = $"ward-{history.Number:000}";
        _encounter = new EncounterRef { VisitNumber = visit };
        _events = new WardEvents(catalogue, _time, visit);
        _orders = new WardOrders(catalogue, _time);
        _charges = new WardCharges(catalogue, _time);
        _expectation = new WardExpectation(catalogue);
    }

    /// <returns>What went otherwise than told; none where all went so.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(WardHistory history)
    {
        var told = new WardEntry(history.Told, "病例", "病例", "说明", "场景", "医院", "第1天", "患者", "经过");
        if (told.Find("患者") is { } patient)
            await ReportAsync([.. _events.Admission(patient)]);
        foreach (var step in told.Each("经过"))
            await StepAsync(new WardEntry(step, "经过", Members));
        return _differences;
    }

    private async Task StepAsync(WardEntry step)
    {
        var happened = Verbs.Where(step.Has).ToList();
        if (happened is not [var verb])
            throw new WardFault($"经过的每一步只写一件事，{step.Text("时间")}写了{happened.Count}件");
        var at = _time.Of(step.Text("时间") ?? "第1天");
        var answer = await DoAsync(verb, step.Find(verb)!.Value, at);
        _last = answer ?? _last;
        if (answer is null && (step.Has("应提示") || step.Has("不应提示")))
            throw new WardFault($"“{verb}”没有审核，不能写应提示、不应提示");
        if (answer is not null)
            _differences.AddRange(_expectation.Differences(step, answer).Select(difference => $"{step.Text("时间")} {verb}：{difference}"));
    }

    /// <returns>Null where nothing is judged.</returns>
    private async Task<WardAnswer?> DoAsync(string verb, JsonElement told, Timestamp at)
    {
        switch (verb)
        {
            case "草拟": return await CheckAsync(Orders(told, at), Stage.Order);
            case "开立": return await SignAsync(Orders(told, at));
            case "核对": return await VerifyAsync(told, at);
            case "收费": return await PostAsync(told, at);
            case "重整": await SupersedeAsync(new WardEntry(told, verb, "原医嘱", "新医嘱"), at); return null;
            case "处置": await DecideAsync(told, at); return null;
            case "账目": await AuditAsync(new WardEntry(told, verb, "合计", "自费", "条数", "在用医嘱")); return null;
            case "退回" or "执行" or "停止" or "作废": await ActAsync(verb, told, at); return null;
            default: await ReportAsync([.. WardEntry.Each(told).Select(one => _events.Event(verb, one, at)!)]); return null;
        }
    }

    private List<Order> Orders(JsonElement told, Timestamp at) => [.. WardEntry.Each(told).Select(order => _orders.Read(order, at))];

    private async Task<WardAnswer> CheckAsync(List<Order> orders, Stage stage)
    {
        var request = new CheckOrdersRequest { Encounter = _encounter, Stage = stage, MaxCards = 100 };
        request.Orders.Add(orders);
        return WardAnswer.Of(await _his.Orders.CheckOrdersAsync(request, _his.Options));
    }

    /// <summary>The doctor sees the check, then signs what was checked.</summary>
    private async Task<WardAnswer> SignAsync(List<Order> orders)
    {
        var answer = await CheckAsync(orders, Stage.Order);
        var request = new SignOrdersRequest { Encounter = _encounter, RequestId = NextRequest(), CheckId = answer.Check };
        request.Orders.Add(orders);
        return answer.And(Recorded(await _his.Orders.SignOrdersAsync(request, _his.Options)));
    }

    private async Task<WardAnswer> VerifyAsync(JsonElement told, Timestamp at)
    {
        var answer = await CheckAsync(Orders(told, at), Stage.Verify);
        await ActAsync("核对", told, at);
        return answer;
    }

    private async Task<WardAnswer> PostAsync(JsonElement told, Timestamp at)
    {
        var request = new PostChargesRequest { Encounter = _encounter, RequestId = NextRequest() };
        request.Charges.Add(WardEntry.Each(told).Select(charge => _charges.Read(charge, at)));
        return WardAnswer.Of(Recorded(await _his.Orders.PostChargesAsync(request, _his.Options)));
    }

    private async Task ActAsync(string verb, JsonElement told, Timestamp at)
    {
        var request = new OrderActionsRequest { Encounter = _encounter, RequestId = NextRequest() };
        foreach (var order in WardEntry.Each(told))
            request.Actions.Add(new OrderAction { Id = $"{request.RequestId}-{request.Actions.Count + 1}", OrderId = order.ToString(), OccurredAt = at, Reason = verb });
        Recorded(await (verb switch
        {
            "核对" => _his.Orders.VerifyOrdersAsync(request, _his.Options),
            "退回" => _his.Orders.ReturnOrdersAsync(request, _his.Options),
            "执行" => _his.Orders.ExecuteOrdersAsync(request, _his.Options),
            "停止" => _his.Orders.StopOrdersAsync(request, _his.Options),
            _ => _his.Orders.CancelOrdersAsync(request, _his.Options),
        }));
    }

    private async Task SupersedeAsync(WardEntry told, Timestamp at)
    {
        var request = new SupersedeOrdersRequest { Encounter = _encounter, RequestId = NextRequest() };
        request.Supersessions.Add(new Supersession { Id = request.RequestId, OldOrderId = told.Text("原医嘱"), NewOrderId = told.Text("新医嘱"), OccurredAt = at });
        Recorded(await _his.Orders.SupersedeOrdersAsync(request, _his.Options));
    }

    /// <summary>On what the last step's answer said.</summary>
    private async Task DecideAsync(JsonElement told, Timestamp at)
    {
        var request = new RecordDecisionsRequest { Encounter = _encounter, RequestId = NextRequest() };
        foreach (var one in WardEntry.Each(told))
        {
            var decision = new WardEntry(one, "处置", "规则", "项目", "决定", "原因", "知情同意");
            var rule = _catalogue.Rule(decision.Text("规则")!);
            var found = _last?.Findings.FirstOrDefault(finding =>
                finding.Rule == rule && (decision.Text("项目") is not { } item || finding.Offender?.ItemCode == _catalogue.Item(item).Code))
                ?? throw new WardFault($"上一步没有“{rule}”的提示可以处置");
            request.Decisions.Add(new Decision
            {
                Id = $"{request.RequestId}-{request.Decisions.Count + 1}",
                CheckId = _last!.Check,
                FindingKey = found.Key,
                Kind = WardExpectation.Decisions[decision.Text("决定")!],
                Reason = decision.Text("原因") ?? "",
                Consent = decision.Is("知情同意"),
                OccurredAt = at,
            });
        }
        Recorded(await _his.Orders.RecordDecisionsAsync(request, _his.Options));
    }

    private async Task AuditAsync(WardEntry told)
    {
        var summary = await _his.DescribeAsync(_encounter.VisitNumber);
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

    private async Task ReportAsync(IReadOnlyList<EncounterEvent> events) =>
        Recorded(await _his.ReportAsync(_encounter.VisitNumber, NextRequest(), events));

    private WriteReceipt Recorded(WriteReceipt receipt)
    {
        if (receipt.IgnoredLowerRevision.Count + receipt.AlreadyRecorded.Count > 0)
            _differences.Add($"没有记下：{string.Join('、', receipt.IgnoredLowerRevision.Concat(receipt.AlreadyRecorded))}");
        return receipt;
    }

    private string NextRequest() => $"请求{++_requests}";
}
