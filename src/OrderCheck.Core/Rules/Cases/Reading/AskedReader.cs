using System.Text.Json;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>现在: what is ordered (O), verified (V), charged (C), or judged as a whole (G, D, R), and when.</summary>
internal static class AskedReader
{
    private static readonly string[] Verbs = ["开立", "核对", "收费", "审核"];

    private static readonly Dictionary<string, Stage> Audits = new() { ["入院登记"] = Stage.Registration, ["出院前"] = Stage.Discharge, ["事后"] = Stage.Retrospective };

    public sealed record Asked(Stage Stage, DateTimeOffset Now, IReadOnlyList<Order> Orders, IReadOnlyList<Charge> Charges);

    public static Asked? Read(CaseObject ruleCase, CaseHistory history, CaseReading reading)
    {
        if (ruleCase.Find("现在") is not { } value || CaseObject.Open(value, "'现在'", [], ["时间", .. Verbs], reading) is not { } now)
            return null;
        var at = now.Time("时间") ?? reading.Zone.At(reading.FirstDay, CaseTime.Usual);
        var verbs = Verbs.Where(now.Has).ToList();
        if (verbs.Count != 1 || now.Each(verbs[0]).Count == 0)
        {
            reading.Fault(value, $"'现在' has exactly one of {string.Join(", ", Verbs)}, with at least one entry.");
            return null;
        }
        var asked = now.Each(verbs[0]);
        return verbs[0] switch
        {
            "审核" => Audit(asked[0], at, reading),
            "开立" => new Asked(Stage.Order, at, [.. asked.Select(order => OrderReader.Read(order, at, history, reading)).OfType<Order>()], []),
            "核对" => new Asked(Stage.Verify, at, [.. asked.Select(order => Signed(order, at, history, reading)).OfType<Order>()], []),
            _ => new Asked(Stage.Charge, at, [], [.. asked.Select(charge => ChargeReader.Read(charge, at, history, reading)).OfType<Charge>()]),
        };
    }

    private static Asked? Audit(JsonValue value, DateTimeOffset at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String && Audits.TryGetValue(value.Text, out var stage))
            return new Asked(stage, at, [], []);
        reading.Fault(value, $"An encounter is judged as a whole (审核) at one of {string.Join(", ", Audits.Keys)}.");
        return null;
    }

    /// <summary>An order that was signed before, by its id, or one that is told here.</summary>
    private static Order? Signed(JsonValue value, DateTimeOffset at, CaseHistory history, CaseReading reading) =>
        value.Kind == JsonTokenType.String && history.Order(value.Text) is { } signed ? signed : OrderReader.Read(value, at, history, reading);
}
