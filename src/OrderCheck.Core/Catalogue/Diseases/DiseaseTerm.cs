namespace OrderCheck.Core.Catalogue.Diseases;

/// <summary>What a phrase of an official sentence is to who codes the sentence.</summary>
public enum DiseaseTermUse
{
    /// <summary>诊断: it names diseases, and these are their codes.</summary>
    Diagnosis = 1,

    /// <summary>略过: it looks like a disease or stands in an alternative of its own, but only adds a condition.</summary>
    PassOver = 2,

    /// <summary>不可编码: a case in which is paid and that no diagnosis shows; the whole sentence stays for people to read.</summary>
    NoDiagnosis = 3,
}

/// <summary>A phrase of official sentences and the diagnoses that it stands for, as somebody of ours read it.</summary>
/// <param name="Phrase">As it is written in the sentences: 2型糖尿病.</param>
/// <param name="IcdCodes">ICD-10 of the insurance edition, codes and ranges; empty unless it names diseases.</param>
/// <param name="CodedBy">Who read it so.</param>
/// <param name="CodedOn">On what day, 2026-01-31.</param>
/// <param name="ConfirmedBy">The office that confirmed it; null: a mismatch is a suspicion.</param>
public sealed record DiseaseTerm(string Phrase, DiseaseTermUse Use, IReadOnlyList<string> IcdCodes, string CodedBy, string CodedOn, string? ConfirmedBy);
