using System.Text.Json;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;

namespace OrderCheck.Ledger.Installation;

/// <summary>
/// A hospital as one number of its dictionary stream has it: its tables up to there, and its own row, since level and type are
/// what rules look at too.
/// </summary>
/// <param name="Number">Of the last rows; 0 if there are none.</param>
/// <param name="Files">The tables, oldest first.</param>
public sealed record DictionaryStream(HospitalRow Hospital, long Number, IReadOnlyList<RuleFile> Files)
{
    /// <summary>The kind of the rows that hold the hospital's own row, as JSON.</summary>
    private const string HospitalKind = "hospital";

    /// <summary>Where a table lies in a rules folder.</summary>
    public static string PathOf(string kind) => $"dictionary/{kind}.csv";

    /// <param name="kept">The hospital's row where its stream has none.</param>
    /// <param name="upTo">The last number to read.</param>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    public static async Task<DictionaryStream> ReadAsync(
        IInstallationStore store, HospitalRow kept, long upTo, CancellationToken cancellation)
    {
        var rows = (await store.ListDictionaryAsync(kept.Code, 0, cancellation)).Where(row => row.Number <= upTo).ToList();
        var hospital = rows.LastOrDefault(row => row.Kind == HospitalKind) is { } revision
            ? JsonSerializer.Deserialize<HospitalRow>(revision.Csv) ?? kept
            : kept;
        return new DictionaryStream(
            hospital,
            rows.Count == 0 ? 0 : rows[^1].Number,
            [.. rows.Where(row => row.Kind != HospitalKind).Select(row => new RuleFile(PathOf(row.Kind), row.Csv))]);
    }

    /// <summary>The row that puts the hospital itself into its stream.</summary>
    public static DictionaryRow Revision(HospitalRow hospital, long number, DateTimeOffset at) =>
        new(hospital.Code, number, HospitalKind, JsonSerializer.Serialize(hospital), at);

    /// <exception cref="TimeZoneNotFoundException">The hospital's zone is not known on this machine.</exception>
    public static Hospital Of(HospitalRow row) => new(
        row.Code, row.Name, row.Level == 0 ? null : row.Level, FacilityTypes.InLimits(row.Type), Core.Hospitals.Hospital.FindTimeZone(row.TimeZone))
    {
        Region = row.Region,
    };

    /// <summary>The dictionary of this number, or what is wrong with its rows.</summary>
    public DictionaryBuild Build() => DictionaryBuilder.Build(Of(Hospital), Number, Files);
}
