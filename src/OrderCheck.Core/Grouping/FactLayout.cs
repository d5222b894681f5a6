using OrderCheck.Core.Grouping.Language;

namespace OrderCheck.Core.Grouping;

/// <summary>
/// Where a case's bits stand: principal diagnosis, other diagnoses, one word for counted complications, principal
/// procedure, other procedures; each as wide as its code book's rows.
/// </summary>
internal static class FactLayout
{
    public static int Length(int diagnosisWords, int procedureWords) => Procedures(diagnosisWords) + (2 * procedureWords);

    public static int Complications(int diagnosisWords) => 2 * diagnosisWords;

    public static int Procedures(int diagnosisWords) => (2 * diagnosisWords) + 1;

    /// <summary>The first word of one variable.</summary>
    public static int Of(CodeVariables variable, int diagnosisWords, int procedureWords) => variable switch
    {
        CodeVariables.PrincipalDiagnosis => 0,
        CodeVariables.OtherDiagnoses => diagnosisWords,
        CodeVariables.PrincipalProcedure => Procedures(diagnosisWords),
        _ => Procedures(diagnosisWords) + procedureWords,
    };
}
