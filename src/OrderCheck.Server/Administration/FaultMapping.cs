using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Administration;

/// <summary>Faults in rule and dictionary files, as callers see them.</summary>
internal static class FaultMapping
{
    public static RuleFault Write(Fault fault) => new() { File = fault.File, Line = fault.Line, Column = fault.Column, Message = fault.Message };

    public static MalformedException Malformed(string field, IReadOnlyList<Fault> faults) => new(
        [.. faults.Select(f => new FieldViolation(field, $"{f.File}:{f.Line}:{f.Column}: {f.Message}", "rows as the header and the README say"))]);

    /// <summary>Lines of a CSV text that are neither empty nor the header.</summary>
    public static int CountRows(string csv) =>
        Math.Max(0, csv.Split('\n').Count(static line => !string.IsNullOrWhiteSpace(line)) - 1);
}
