# รายงานสำหรับนำกลับไป ใช้ได้กับทุกรูปแบบไฟล์
report-title = { $title }: รายงานผลการฝึก
report-about = รายงานผลการฝึก เลขตั้งต้นการสุ่ม { $seed }
report-people = ผู้เข้ารับการฝึก: { $people }
report-outcome = ผลการฝึก
report-points = จาก 100 คะแนน
report-rounds = รอบ
report-welfare-lost = สวัสดิภาพที่ลดลง

report-known = ใครรู้อะไร เมื่อใด
report-item = รายการ
report-held = เริ่มถือข้อมูล
report-passed-on = ส่งให้อีกฝ่าย
report-partner-had = อีกฝ่ายได้รับ
report-used = นำไปใช้
report-shared = รอบที่ { $round } { $form }
report-never-shared = ไม่ได้ส่ง

report-objectives = วัตถุประสงค์การฝึก
report-earned-of = { $earned } จาก { $points }
report-penalty = มั่นใจร้อยละ { $confidence } ตอบถูก { $right } จาก { $of } ข้อ หัก { $penalty } คะแนน
report-penalty-no-verdict = ไม่ได้ลงนามในข้อสรุปร่วม หัก { $penalty } คะแนน

report-elements-how = การกระทำ วิธีการ และวัตถุประสงค์ หากผู้เสียหายเป็นเด็กไม่ต้องพิสูจน์วิธีการ (พิธีสารปาแลร์โม ข้อ 3 (ค))
report-element = องค์ประกอบ
report-cited = อ้างอิงในข้อสรุปร่วม
report-proof = สิ่งที่พิสูจน์ได้
report-proven-before = พิสูจน์ได้ต่อศาลของ
report-no-court = ไม่มีศาลใดรับฟังได้
report-person = บุคคล
report-at-first = { $team }ตอนแรก
report-really = ตามข้อเท็จจริง

report-trust = ความไว้วางใจ
report-of-100 = จาก 100
report-round = รอบที่
report-why = เพราะเหตุใด
report-asked-about = เรื่องที่ถาม
report-waited = รอคำตอบ
report-answer = คำตอบ
report-waited-rounds = { $rounds } รอบ
report-never-answered = ไม่เคยตอบ
report-refused = ปฏิเสธ: { $why }
report-untrue = ไม่ตรงความจริง หน่วยที่ตอบมีข้อมูลเรื่องนี้อยู่ และอีกฝ่ายต้องทำงานต่อโดยไม่รู้
report-costs = การใช้ข้อมูลโดยไม่ได้รับอนุญาต และการปฏิบัติงานซ้อนกัน
report-no-costs = ไม่มีการใช้ข้อมูลโดยไม่ได้รับอนุญาต และสองหน่วยไม่ได้ปฏิบัติงานซ้อนกัน

report-right-place = สถานที่ที่ถูกต้อง: { $place }
report-right-round = เวลาที่ถูกต้อง: รอบที่ { $round }
report-right-rounds = เวลาที่ถูกต้อง: รอบที่ { $first } ถึง { $last }
report-rests-on = สถานที่และเวลาอาศัยข้อมูล { $items }
report-result = { $outcome } { $text }
report-for = เป้าหมาย: { $objective }
report-start = เริ่มเวลา { $time } น. ตามนาฬิกาของ{ $team }
report-acted-on = { $team }อาศัยอำนาจตาม: { $title }
report-risk-not-named = ความเสี่ยงที่ไม่ได้ระบุ: { $text }
report-contingency = หากเหตุการณ์ไม่เป็นไปตามแผน: { $text }
report-shows-it = { $item } (รายการที่แสดงข้อนี้)
report-rested-on = แผนอ้างอิง { $items }
report-rested-on-nothing = แผนไม่ได้อ้างอิงข้อมูลใด
report-odds = โอกาสสำเร็จ { $chance } ใน 100: { $odds } สุ่มได้ { $roll }

report-applied-for = คำขอใช้อำนาจตามกฎหมาย
report-to-be-shown = เหตุที่ต้องแสดง
report-what-shows = ข้อมูลที่แสดงเหตุ
report-shows-admissible = { $items } (หนึ่งรายการที่ศาลรับฟังได้)
report-shows = { $items } (หนึ่งรายการ หรือรายการที่อ่อนสองรายการ)

report-hot-wash = คำถามชวนคิด
report-record = บันทึกเหตุการณ์
# ฝ่ายที่รู้เพียงเครื่องหมาย เว้นวรรคหลังเครื่องหมาย
report-team = { $mark }{" "}
