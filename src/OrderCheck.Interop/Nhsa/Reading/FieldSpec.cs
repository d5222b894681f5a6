namespace OrderCheck.Interop.Nhsa.Reading;

/// <param name="Name">NHSA's.</param>
/// <param name="Longest">Characters of a text; 0 where it is none, or any length will do.</param>
internal readonly record struct FieldSpec(string Name, bool Required, int Longest);
