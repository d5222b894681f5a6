namespace OrderCheck.Core.Findings;

/// <summary>What was promised with a decision (待补).</summary>
public enum PromiseKind
{
    /// <summary>诊断待补.</summary>
    DiagnosisToFollow = 1,

    /// <summary>结果待补.</summary>
    ResultToFollow = 2,
}
