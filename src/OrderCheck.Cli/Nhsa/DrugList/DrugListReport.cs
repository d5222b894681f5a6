using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>The account of the drug list: rows = superseded + executable + text + without a code + rejected.</summary>
internal static class DrugListReport
{
    private const int RejectionsShown = 50;

    public static void Print(VerbRun run, DrugListImport drugs)
    {
        var output = run.Output;
        output.WriteLine();
        output.WriteLine("executable    text  superseded  without code  rejected  list");
        foreach (var list in drugs.Tally.Lists)
            output.WriteLine(Line(fate => drugs.Tally.Of(list, fate)) + list);
        output.WriteLine(Line(drugs.Tally.Of) + "in all");
        output.WriteLine($"without code: no code that is known is it; kept in {DrugListAccount.File}. A fuller table of codes is named with --drug-codes.");
        foreach (var rejection in drugs.Rejections.Take(RejectionsShown))
            output.WriteLine($"rejected: {rejection}");
        if (drugs.Rejections.Count > RejectionsShown)
            output.WriteLine($"rejected: {drugs.Rejections.Count - RejectionsShown} more; --json has them all");
        run.Report("drug_list", Figures(drugs));
    }

    private static Dictionary<string, object> Figures(DrugListImport drugs)
    {
        var figures = new Dictionary<string, object> { ["rows"] = drugs.Tally.Rows };
        foreach (var fate in Enum.GetValues<DrugFate>())
            figures[DrugListTally.Name(fate)] = drugs.Tally.Of(fate);
        figures["drugs"] = drugs.Drugs.Count;
        figures["knowledge"] = drugs.Lines.Count;
        figures["lists"] = drugs.Tally.Lists.ToDictionary(
            list => list, list => Enum.GetValues<DrugFate>().ToDictionary(DrugListTally.Name, fate => drugs.Tally.Of(list, fate)));
        return figures;
    }

    private static string Line(Func<DrugFate, int> of) =>
        $"{of(DrugFate.Executable),10}  {of(DrugFate.Text),6}  {of(DrugFate.Superseded),10}  {of(DrugFate.WithoutCode),12}  {of(DrugFate.Rejected),8}  ";
}
