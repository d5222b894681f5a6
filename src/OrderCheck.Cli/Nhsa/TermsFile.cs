using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Catalogue.Diseases;
using OrderCheck.Core.Rules;

namespace OrderCheck.Cli.Nhsa;

/// <summary>The table that limits in words are coded by: the program's own, or one that an office keeps.</summary>
internal static class TermsFile
{
    public const string Path = "catalogue/disease_terms.csv";

    /// <param name="own">The office's file; null: the one that the program was built with.</param>
    /// <exception cref="BadInputException">There is no such file, or it is not UTF-8.</exception>
    public static RuleFile Read(string? own)
    {
        if (own is null)
            return new RuleFile(Path, StarterFiles.Text(Path));
        if (!File.Exists(own))
            throw new BadInputException(own, 0, 0, "There is no such file.");
        return new RuleFile(Path, CsvTable.ReadText(own, own));
    }

    /// <exception cref="BadInputException">Rows of it are wrong: all are told.</exception>
    public static DiseaseTerms Parse(RuleFile file, string? own)
    {
        var faults = new List<Fault>();
        var terms = DiseaseTerms.Read(file, faults);
        if (faults.Count > 0)
            throw new BadInputException([.. faults.Select(fault => new InputFault(own ?? file.Path, fault.Line, fault.Column, fault.Message))]);
        return terms;
    }
}
