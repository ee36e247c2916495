//! What was drawn, seen by other eyes than those that drew it: SVG rasterised, PDF read and its
//! shapes painted (its letters are left out), and the QR codes in either picture.

use std::collections::BTreeSet;
use std::sync::Arc;

use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Number, Object};
use resvg::tiny_skia::{Color, FillRule, IntRect, Paint, Path, PathBuilder, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// What a good office printer puts down, in dots an inch.
const PRINTED: f32 = 300.0;

/// A page of SVG as a printer would put it down.
pub fn of_svg(text: &str) -> Pixmap {
    let mut fonts = fontdb::Database::new();
    fonts.load_fonts_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/paper/fonts"));
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(text, &options).expect("it is SVG");
    let scale = PRINTED / 96.0;
    let size = tree.size().to_int_size().scale_by(scale).expect("a size");
    let mut picture = paper(size.width(), size.height());
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture
}

/// The pages of a PDF: millimetres wide and high, and their shapes as a printer puts them down.
pub fn of_pdf(bytes: &[u8]) -> Vec<(f32, f32, Pixmap)> {
    let pdf = Pdf::new(bytes.to_vec()).expect("it is a PDF");
    let of_page = |page: &hayro_syntax::page::Page| {
        let (width, height) = page.render_dimensions();
        let scale = PRINTED / 72.0;
        let mut picture = paper((width * scale) as u32, (height * scale) as u32);
        let upright = Transform::from_row(scale, 0.0, 0.0, -scale, 0.0, height * scale);
        paint(page.typed_operations(), upright, &mut picture);
        let millimetres = |points: f32| points * 25.4 / 72.0;
        (millimetres(width), millimetres(height), picture)
    };
    pdf.pages().iter().map(of_page).collect()
}

/// The letters that a PDF has shapes for and a reader can copy off its pages. What no font has is
/// drawn as its first shape, a box, and is none of them.
pub fn letters(bytes: &[u8]) -> BTreeSet<char> {
    let pdf = Pdf::new(bytes.to_vec()).expect("it is a PDF");
    let maps = pdf.objects().into_iter().filter_map(|object| match object {
        Object::Stream(stream) => stream.decoded().ok().map(|bytes| bytes.into_owned()),
        _ => None,
    });
    let maps = maps.filter_map(|bytes| String::from_utf8(bytes).ok());
    let maps: Vec<String> = maps.filter(|text| text.contains("beginbf")).collect();
    let pairs = maps.iter().flat_map(|map| map.lines()).filter_map(|line| {
        let mut codes = line.split(['<', '>']).skip(1).step_by(2);
        codes.next().zip(codes.last())
    });
    let said = pairs.filter(|(shape, _)| shape.bytes().any(|digit| digit != b'0'));
    said.flat_map(|(_, said)| {
        let unit = |at: usize| u16::from_str_radix(said.get(at..at + 4)?, 16).ok();
        let units: Vec<u16> = (0..said.len()).step_by(4).filter_map(unit).collect();
        String::from_utf16_lossy(&units).chars().collect::<Vec<_>>()
    })
    .collect()
}

/// What is cut out of a sheet: so many millimetres from the left and the top, wide and high.
pub fn cut(picture: &Pixmap, area: [f32; 4]) -> Pixmap {
    let [left, top, width, height] = area.map(|mm| (mm * PRINTED / 25.4).round());
    let area = IntRect::from_xywh(left as i32, top as i32, width as u32, height as u32);
    picture.clone_rect(area.expect("an area")).expect("inside the sheet")
}

/// The text of every QR code in a picture, in no order. Corners of several in one picture can be
/// taken for one code, so a sheet is cut up first.
pub fn codes(picture: &Pixmap) -> Vec<String> {
    let grey = |x: usize, y: usize| {
        let dot = picture.pixel(x as u32, y as u32).expect("inside").demultiply();
        ((u32::from(dot.red()) + u32::from(dot.green()) + u32::from(dot.blue())) / 3) as u8
    };
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = prepared.detect_grids();
    grids.iter().map(|grid| grid.decode().expect("a code that can be read").1).collect()
}

fn paper(width: u32, height: u32) -> Pixmap {
    let mut picture = Pixmap::new(width, height).expect("a size");
    picture.fill(Color::WHITE);
    picture
}

/// Fills what a page's operators fill.
fn paint(mut operations: TypedIter, upright: Transform, picture: &mut Pixmap) {
    let mut kept = Vec::new();
    let (mut at, mut colour) = (upright, Color::BLACK);
    let mut path = PathBuilder::new();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::SaveState(_) => kept.push((at, colour)),
            TypedInstruction::RestoreState(_) => (at, colour) = kept.pop().expect("q before Q"),
            TypedInstruction::Transform(by) => {
                let six = [by.0, by.1, by.2, by.3, by.4, by.5].map(|number| number.as_f32());
                let [sx, ky, kx, sy, tx, ty] = six;
                at = at.pre_concat(Transform::from_row(sx, ky, kx, sy, tx, ty));
            }
            TypedInstruction::MoveTo(to) => path.move_to(to.0.as_f32(), to.1.as_f32()),
            TypedInstruction::LineTo(to) => path.line_to(to.0.as_f32(), to.1.as_f32()),
            TypedInstruction::ClosePath(_) => path.close(),
            TypedInstruction::FillPathNonZero(_) => {
                fill(std::mem::take(&mut path).finish(), colour, at, picture);
            }
            TypedInstruction::EndPath(_) | TypedInstruction::StrokePath(_) => {
                path = PathBuilder::new();
            }
            TypedInstruction::NonStrokeColorDeviceRgb(of) => colour = ink(&[of.0, of.1, of.2]),
            TypedInstruction::NonStrokeColorDeviceGray(of) => colour = ink(&[of.0, of.0, of.0]),
            TypedInstruction::NonStrokeColorNamed(of) => colour = ink(&of.0),
            _ => {}
        }
    }
}

fn ink(parts: &[Number]) -> Color {
    let part = |at: usize| parts.get(at).or(parts.first()).map_or(0.0, Number::as_f32);
    Color::from_rgba(part(0), part(1), part(2), 1.0).expect("a colour")
}

fn fill(path: Option<Path>, colour: Color, at: Transform, picture: &mut Pixmap) {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour);
    if let Some(path) = path {
        picture.fill_path(&path, &paint, FillRule::Winding, at, None);
    }
}
