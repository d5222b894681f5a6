namespace OrderCheck.Core.Findings;

/// <summary>How loudly a finding speaks to its reader (提示级别). Which finding speaks how is data: alerts/tiers.csv.</summary>
public enum Tier
{
    /// <summary>中断: the screen waits for an answer.</summary>
    Interrupt = 1,

    /// <summary>展示: a card beside the work.</summary>
    Show = 2,

    /// <summary>列出: behind "more", takes no card.</summary>
    List = 3,
}
