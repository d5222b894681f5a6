namespace OrderCheck.Core.Grouping.Reasons;

/// <summary>How a code of the case was read.</summary>
/// <param name="Written">As the case has it.</param>
/// <param name="Code">The insurance-edition code; null where no code table has it.</param>
/// <param name="Name">Empty where no table names it.</param>
/// <param name="Mapped">It was a clinical-edition code.</param>
/// <param name="Grey">It is a grey code (灰码).</param>
public readonly record struct CodeReading(string Written, string? Code, string Name, bool Mapped, bool Grey);
