namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>The files of a scheme's folder: NHSA's 3.0 sheets, each as a CSV table, and what the sheets leave out.</summary>
public static class SchemeFiles
{
    /// <summary>Name, sources, policy switches.</summary>
    public const string Manifest = "scheme.json";

    /// <summary>code, name, sort, rule.</summary>
    public const string Mdc = "mdc.csv";

    /// <summary>code, name, mdc, kind, sort, rule. Several rows may have one code.</summary>
    public const string Adrg = "adrg.csv";

    /// <summary>code, name, adrg, sort, rule.</summary>
    public const string Drg = "drg.csv";

    /// <summary>set, code. A row without a code declares an empty set.</summary>
    public const string Sets = "sets.csv";

    /// <summary>code, level (MCC or CC), exclusion_set (may be empty).</summary>
    public const string Complications = "complications.csv";

    /// <summary>exclusion_set, code (of the principal diagnosis).</summary>
    public const string Exclusions = "exclusions.csv";

    /// <summary>code, name, grey (1 or empty).</summary>
    public const string Diagnoses = "diagnoses.csv";

    /// <summary>code, name, grey (1 or empty).</summary>
    public const string Procedures = "procedures.csv";

    /// <summary>clinical, insurance.</summary>
    public const string DiagnosisMap = "diagnosis_map.csv";

    /// <summary>clinical, insurance.</summary>
    public const string ProcedureMap = "procedure_map.csv";

    /// <summary>Set names that stand for other lists of all procedures begin with this.</summary>
    public const string OtherOpAll = "OP_ALL/";
}
