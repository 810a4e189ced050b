using System.Buffers;

namespace KazNlp.Cli;

/// <summary>Writes one document in an output format: whole lines, UTF-8.</summary>
/// <param name="output">Where to.</param>
/// <param name="document">The document.</param>
/// <param name="name">Which document it is; null when there is only one.</param>
internal delegate void DocumentFormat(IBufferWriter<byte> output, Document document, DocumentName? name);
