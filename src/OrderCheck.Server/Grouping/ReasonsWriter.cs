using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Reasons;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>An explanation as a message.</summary>
internal static class ReasonsWriter
{
    public static Proto.GroupReasons Write(GroupExplanation explanation, GroupingScheme scheme) => new()
    {
        Diagnoses = { explanation.Diagnoses.Select(Reading) },
        Procedures = { explanation.Procedures.Select(Reading) },
        Tried = { Tried(explanation) },
        Hits = { explanation.Hits.Select(static hit => new Proto.CodeHit { Row = hit.Row.Code, Set = hit.Set, Code = hit.Code }) },
        Complications = { explanation.Complications.Select(Complication) },
        Switches = { Settings(scheme).Where(setting => explanation.Switches.Any(policy => PolicySwitchText.NameOf(policy) == setting.Name)) },
        Neighbours = { explanation.Neighbours.Select(Neighbour) },
    };

    /// <summary>Every switch of a scheme with its setting.</summary>
    public static IEnumerable<Proto.SwitchSetting> Settings(GroupingScheme scheme) =>
        scheme.Switches.All().Select(static pair => new Proto.SwitchSetting { Name = pair.Key, Value = pair.Value });

    private static Proto.CodeNote Reading(CodeReading reading, int position) => new()
    {
        Position = position,
        Code = reading.Written,
        Unknown = reading.Code is null && reading.Written.Length > 0,
        Grey = reading.Grey,
        MappedTo = reading.Mapped ? reading.Code : "",
        Name = reading.Name,
    };

    private static IEnumerable<Proto.TriedRow> Tried(GroupExplanation explanation)
    {
        var rows = explanation.Tried;
        // The ADRG that held ends the search, and the MDC before it is the one that it belongs to.
        var adrg = rows.IndexOf(rows.LastOrDefault(static row => row is { Held: true, Row: AdrgRow }));
        var mdc = adrg < 0 ? -1 : rows.IndexOf(rows.Take(adrg).Last(static row => row is { Held: true, Row: MdcRow }));
        for (var at = 0; at < rows.Length; at++)
            yield return Row(rows[at], decided: at == mdc || at == adrg || rows[at] is { Held: true, Row: DrgRow });
    }

    private static Proto.TriedRow Row(TriedRow tried, bool decided) => new()
    {
        Level = tried.Row switch { MdcRow => Proto.RowLevel.Mdc, AdrgRow => Proto.RowLevel.Adrg, _ => Proto.RowLevel.Drg },
        Code = tried.Row.Code,
        Name = tried.Row.Name,
        Rule = tried.Row.Rule,
        Line = tried.Row.Line,
        Held = tried.Held,
        Decided = decided,
        Switch = tried.Row.Switch is { } policy ? PolicySwitchText.NameOf(policy) : "",
    };

    private static Proto.Complication Complication(ComplicationNote note) => new()
    {
        Code = note.Code,
        Name = note.Name,
        Level = note.Level == ComplicationLevel.Major ? Proto.ComplicationLevel.Mcc : Proto.ComplicationLevel.Cc,
        Counts = note.Counts,
        ExclusionSet = note.ExclusionSet ?? "",
    };

    private static Proto.NeighbourGroup Neighbour(Neighbour neighbour) => new()
    {
        PrincipalProcedure = neighbour.Procedure,
        Status = GroupWriter.Status(neighbour.Result.Status),
        Mdc = neighbour.Result.Mdc,
        Adrg = neighbour.Result.Adrg,
        Drg = neighbour.Result.Drg,
        DrgName = neighbour.Result.DrgName,
    };
}
