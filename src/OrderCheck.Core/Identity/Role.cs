namespace OrderCheck.Core.Identity;

/// <summary>The roles of design.md; a HIS key may act for its users.</summary>
public enum Role
{
    /// <summary>The HIS itself, without a user at the screen.</summary>
    His = 1,
    Doctor = 2,
    Nurse = 3,
    Pharmacist = 4,

    /// <summary>Insurance office (医保办).</summary>
    Officer = 5,
    Administrator = 6,

    /// <summary>A monitoring system: reads the service's metrics, and nothing of any hospital.</summary>
    Monitor = 7,

    /// <summary>Head of a department (科主任).</summary>
    Head = 8,

    /// <summary>Codes diagnoses and operations in the medical records office (编码员).</summary>
    Coder = 9,
}
