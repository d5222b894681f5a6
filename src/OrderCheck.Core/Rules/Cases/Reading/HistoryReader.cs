using System.Text.Json;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>此前: what happened before, one thing an entry, each with its time.</summary>
internal static class HistoryReader
{
    private delegate void Teller(JsonValue value, EventAt at, CaseHistory history, CaseReading reading);

    private static readonly Dictionary<string, Teller> Tellers = new()
    {
        ["开立"] = Sign,
        ["收费"] = Charge,
        ["核对"] = static (value, at, history, reading) => Act(value, at, history, reading, (id, why) => new OrderVerified(id, why) { Id = at.Id, OccurredAt = at.At }),
        ["退回"] = static (value, at, history, reading) => Act(value, at, history, reading, (id, why) => new OrderReturned(id, why) { Id = at.Id, OccurredAt = at.At }),
        ["执行"] = static (value, at, history, reading) => Act(value, at, history, reading, (id, why) => new OrderExecuted(id, why) { Id = at.Id, OccurredAt = at.At }),
        ["停止"] = static (value, at, history, reading) => Act(value, at, history, reading, (id, why) => new OrderStopped(id, why) { Id = at.Id, OccurredAt = at.At }),
        ["作废"] = static (value, at, history, reading) => Act(value, at, history, reading, (id, why) => new OrderCancelled(id, why) { Id = at.Id, OccurredAt = at.At }),
        ["重整"] = Supersede,
        ["处置"] = Decide,
    };

    /// <summary>What an entry has beside the one thing that it tells.</summary>
    private static readonly string[] Beside = ["时间", "编号", "修订", "记录"];

    private static readonly string[] Members =
        [.. Beside, .. Tellers.Keys, .. StayEvents.Readers.Keys, .. SettlementEvents.Readers.Keys, .. ClinicalEvents.Readers.Keys];

    public static void Read(CaseObject ruleCase, CaseHistory history, CaseReading reading)
    {
        foreach (var value in ruleCase.Each("此前"))
            Read(value, history, reading);
    }

    private static void Read(JsonValue value, CaseHistory history, CaseReading reading)
    {
        if (CaseObject.Open(value, "An entry of '此前'", ["时间"], Members[1..], reading) is not { } entry || entry.Time("时间") is not { } time)
            return;
        var happened = value.Members.Where(member => !Beside.Contains(member.Name)).ToList();
        if (happened.Count != 1)
        {
            reading.Fault(value, $"An entry of '此前' tells exactly one thing: {string.Join(", ", Members[Beside.Length..])}.");
            return;
        }
        var at = new EventAt(entry.Text("编号") ?? history.NextEvent(), entry.Whole("修订", 0, int.MaxValue / 10_000) ?? 0, time);
        var (name, told) = (happened[0].Name, happened[0].Value);
        var before = history.Facts.Count;
        if (Tellers.TryGetValue(name, out var tell))
            tell(told, at, history, reading);
        else if (EventReader(name)?.Invoke(told, at, reading) is { } fact)
            history.Facts.Add(fact);
        if (entry.Time("记录") is { } recorded)
            history.Record(before, recorded);
    }

    private static ClinicalEvents.Reader? EventReader(string name) =>
        StayEvents.Readers.GetValueOrDefault(name) ?? SettlementEvents.Readers.GetValueOrDefault(name) ?? ClinicalEvents.Readers.GetValueOrDefault(name);

    private static IReadOnlyList<JsonValue> Each(JsonValue value) => value.Kind == JsonTokenType.StartArray ? value.Elements : [value];

    private static void Sign(JsonValue value, EventAt at, CaseHistory history, CaseReading reading)
    {
        foreach (var written in Each(value))
        {
            if (OrderReader.Read(written, at.At, history, reading) is { } order)
                history.Facts.Add(new OrderSigned(order, null, true) { Id = order.Id, Revision = order.Revision, OccurredAt = at.At });
        }
    }

    private static void Charge(JsonValue value, EventAt at, CaseHistory history, CaseReading reading)
    {
        foreach (var written in Each(value))
        {
            if (ChargeReader.Read(written, at.At, history, reading) is { } charge)
                history.Facts.Add(charge);
        }
    }

    /// <summary>The order's id, or an object with the reason. The order may be unknown: it is then waited for.</summary>
    private static void Act(JsonValue value, EventAt at, CaseHistory history, CaseReading reading, Func<string, string?, Fact> make)
    {
        if (value.Kind == JsonTokenType.String && value.Text.Length > 0)
            history.Facts.Add(make(value.Text, null));
        else if (CaseObject.Open(value, "What is done to an order", ["医嘱"], ["原因"], reading) is { } action && action.Text("医嘱") is { } id)
            history.Facts.Add(make(id, action.Text("原因")) with { OccurredAt = at.At });
    }

    private static void Supersede(JsonValue value, EventAt at, CaseHistory history, CaseReading reading)
    {
        if (CaseObject.Open(value, "'重整'", ["原医嘱", "新医嘱"], [], reading) is { } reissue && reissue.Text("原医嘱") is { } old && reissue.Text("新医嘱") is { } newer)
            history.Facts.Add(new OrderSuperseded(old, newer) { Id = at.Id, OccurredAt = at.At });
    }

    private static void Decide(JsonValue value, EventAt at, CaseHistory history, CaseReading reading)
    {
        if (CaseObject.Open(value, "'处置'", ["规则", "决定"], ["项目", "原因", "知情同意", "承诺", "答复人"], reading) is { } decision
            && decision.Rule("规则") is { } rule && decision.Word("决定", CaseWords.Decisions) is { } kind)
            history.Decisions.Add(new EarlierDecision(rule, decision.Item("项目"), kind, decision.Text("原因"), decision.Is("知情同意"), at.At)
            {
                Promise = decision.Has("承诺") ? decision.Word("承诺", CaseWords.Promises) : null,
                By = decision.Text("答复人"),
            });
    }
}
