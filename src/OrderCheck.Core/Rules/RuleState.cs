namespace OrderCheck.Core.Rules;

/// <summary>A rule's life. Draft and retired rules do not run.</summary>
public enum RuleState
{
    Draft = 1,

    /// <summary>Runs after the answer; nobody at the screen sees it.</summary>
    Shadow = 2,

    /// <summary>Shown and marked as on trial.</summary>
    Trial = 3,
    Active = 4,
    Retired = 5,
}
