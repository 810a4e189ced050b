namespace KazNlp;

/// <summary>The ways to find tokens; all give the same ones.</summary>
internal enum TokenizerPath
{
    /// <summary>The rules alone: the specification.</summary>
    Scalar,

    /// <summary>Vectors of 16 bytes in portable code: SSE4.2, Arm AdvSimd.</summary>
    Vector128,

    /// <summary>AVX2.</summary>
    Vector256,

    /// <summary>AVX-512 with VBMI2.</summary>
    Vector512,
}
