using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Import;

/// <summary>
/// NHSA's code tables: the insurance edition (医保版) 2.0 with what came later, its grey codes (灰码), and the maps from the clinical edition
/// (国临版). Each is empty where its file is absent.
/// </summary>
public sealed class IcdTables
{
    /// <param name="textOf">A file's text by name, null where it is absent.</param>
    public IcdTables(Func<string, string?> textOf, List<Fault> faults)
    {
        // The state of 2026-06 comes after 2.0 and lacks a few of its codes; schemes of all years are written in either.
        List<(string, string)> Names(string file) => Pairs(file, "code", "name", textOf, faults);
        Diagnoses = [.. Names("icd10_yb_2.0.csv"), .. Names("icd10_yb_2026-06.csv")];
        Procedures = [.. Names("icd9cm3_yb_2.0.csv"), .. Names("icd9cm3_yb_2026-06.csv")];
        GreyDiagnoses = Codes("icd10_yb_2.0_grey_codes.csv", textOf, faults);
        GreyProcedures = Codes("icd9cm3_yb_2.0_grey_codes.csv", textOf, faults);
        DiagnosisMap = Pairs("icd10_gl_2.0_to_yb_2.0.csv", "gl_code", "yb_code", textOf, faults);
        ProcedureMap = Pairs("icd9cm3_gl_3.0_to_yb_2.0.csv", "gl_code", "yb_code", textOf, faults);
    }

    public IReadOnlyList<(string Code, string Name)> Diagnoses { get; }

    public IReadOnlyList<(string Code, string Name)> Procedures { get; }

    public IReadOnlySet<string> GreyDiagnoses { get; }

    public IReadOnlySet<string> GreyProcedures { get; }

    public IReadOnlyList<(string Clinical, string Insurance)> DiagnosisMap { get; }

    public IReadOnlyList<(string Clinical, string Insurance)> ProcedureMap { get; }

    private static List<(string, string)> Pairs(string file, string first, string second, Func<string, string?> textOf, List<Fault> faults)
    {
        var table = new SchemeTable(file, textOf(file), faults, first, second);
        return [.. table.Rows.Select(row => (table.Get(row, first), table.Get(row, second)))];
    }

    private static HashSet<string> Codes(string file, Func<string, string?> textOf, List<Fault> faults)
    {
        var table = new SchemeTable(file, textOf(file), faults, "code");
        return table.Rows.Select(row => table.Get(row, "code")).ToHashSet(StringComparer.Ordinal);
    }
}
