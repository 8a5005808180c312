/** Draws an SVG text to a PNG of `scale` times its size; rejects where the browser cannot. */
export async function rasterise(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) =>
        blob ? done(blob) : fail(new Error('the picture is too large for this browser'))
      )
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
