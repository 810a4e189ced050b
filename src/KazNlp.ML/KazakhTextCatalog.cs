using Microsoft.ML;

namespace KazNlp;

/// <summary>Kazakh text in ML.NET pipelines: <c>mlContext.Transforms.Text.FeaturizeKazakhText(…)</c> and its siblings.</summary>
/// <remarks>
/// The estimators learn nothing and are saved with ML.NET's model file. Whoever loads such a file registers this assembly first:
/// <c>mlContext.ComponentCatalog.RegisterAssembly(typeof(KazakhTextCatalog).Assembly)</c>.
/// </remarks>
public static class KazakhTextCatalog
{
    /// <summary>Computes the features of the library's topic classifier: a vector of fixed length, ready for any of ML.NET's trainers.</summary>
    /// <param name="catalog">The catalogue of text transforms: <c>mlContext.Transforms.Text</c>.</param>
    /// <param name="outputColumnName">The column to write: a vector of <see cref="float"/>; first the dense vectors of the text and of its lead, then hashed stems, most of which are zero.</param>
    /// <param name="inputColumnName">The text column to read; null for the name of the output.</param>
    /// <param name="titleColumnName">A text column with titles, or null for none; without a title, a first line that is a heading serves as one.</param>
    /// <returns>An estimator that learns nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="outputColumnName"/> is null or empty.</exception>
    public static IEstimator<ITransformer> FeaturizeKazakhText(this TransformsCatalog.TextTransforms catalog, string outputColumnName, string? inputColumnName = null, string? titleColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);
        TransformsCatalog transforms = CreateTransforms();
        IEstimator<ITransformer> text = transforms.CopyColumns(ContractColumns.Text, inputColumnName ?? outputColumnName);
        IEstimator<ITransformer> features = titleColumnName is null
            ? text.Append(transforms.CustomMapping(new FeaturizeTextFactory().GetMapping(), FeaturizeTextFactory.ContractName))
            : text.Append(transforms.CopyColumns(ContractColumns.Title, titleColumnName))
                .Append(transforms.CustomMapping(new FeaturizeTitledTextFactory().GetMapping(), FeaturizeTitledTextFactory.ContractName));
        return features.Append(transforms.CopyColumns(outputColumnName, ContractColumns.Features))
            .Append(transforms.DropColumns(titleColumnName is null
                ? [ContractColumns.Text, ContractColumns.Features]
                : [ContractColumns.Text, ContractColumns.Title, ContractColumns.Features]));
    }

    // A catalogue does not give away its context. Nothing here draws random numbers or keeps state, so that a context of our own does the same.
    private static TransformsCatalog CreateTransforms() => new MLContext().Transforms;
}
