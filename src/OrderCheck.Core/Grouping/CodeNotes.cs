namespace OrderCheck.Core.Grouping;

/// <summary>What was noticed about one list of codes of a case.</summary>
/// <param name="Unknown">In no code table.</param>
/// <param name="Grey">Grey codes (灰码): valid for clinical use, not for insurance settlement.</param>
/// <param name="Mapped">Clinical-edition codes that were mapped to the insurance edition first.</param>
public readonly record struct CodeNotes(CodePositions Unknown, CodePositions Grey, CodePositions Mapped)
{
    public bool IsEmpty => Unknown.IsEmpty && Grey.IsEmpty && Mapped.IsEmpty;
}
