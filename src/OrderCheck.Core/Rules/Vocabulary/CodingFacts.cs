namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The diagnoses and procedures recorded of the patient (病案首页), and what was charged beside them. Code lists are prefixes
/// and ranges: "O", "N40-N51", "K35|K37". Rule text calls it <c>coding</c>.
/// </summary>
public abstract class CodingFacts
{
    internal static readonly CodingFacts Unknown = new Nothing();

    /// <summary>A principal diagnosis is recorded.</summary>
    public abstract bool HasPrincipal { get; }

    /// <summary>Code and name of the first diagnosis in the list; null where there is none.</summary>
    public abstract string? Diagnosis(string? codes);

    /// <summary>The same of the principal diagnosis alone.</summary>
    public abstract string? Principal(string? codes);

    /// <summary>The same of procedures.</summary>
    public abstract string? Procedure(string? codes);

    /// <summary>The same of the main procedure alone.</summary>
    public abstract string? MainProcedure(string? codes);

    /// <summary>Name of the first item, by code or code prefix, of which something is charged; null where there is none.</summary>
    public abstract string? Charged(string? items);

    private sealed class Nothing : CodingFacts
    {
        public override bool HasPrincipal => false;

        public override string? Diagnosis(string? codes) => null;

        public override string? Principal(string? codes) => null;

        public override string? Procedure(string? codes) => null;

        public override string? MainProcedure(string? codes) => null;

        public override string? Charged(string? items) => null;
    }
}
